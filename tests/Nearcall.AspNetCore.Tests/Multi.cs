namespace Nearcall.AspNetCore.Tests;

/// <summary>Makes the argument of a multicall.</summary>
internal static class Multi
{
    public static XmlRpcValue Call(params (string Method, XmlRpcValue[] Arguments)[] calls) =>
        XmlRpcArray.Create([.. calls.Select(call => (XmlRpcValue)Entry(call.Method, call.Arguments))]);

    public static XmlRpcStruct Entry(XmlRpcValue method, params XmlRpcValue[] arguments) =>
        new() { ["methodName"] = method, ["params"] = XmlRpcArray.Create(arguments) };
}
