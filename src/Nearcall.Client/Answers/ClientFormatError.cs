namespace Nearcall;

/// <summary>Makes the exceptions for answers that are wrong as a whole, without a place in their text.</summary>
internal static class ClientFormatError
{
    public static XmlRpcFormatException Create(
        string problem, string? rule, string? @switch = null, int faultCode = XmlRpcFaultCodes.InvalidMessage) =>
        XmlRpcFormatError.Create(problem, path: "", offset: null, rule, @switch, faultCode, transcoded: null);
}
