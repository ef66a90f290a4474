namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>Writes down that a call went through it.</summary>
internal abstract class TracingFilter(Ledger ledger, string name) : IXmlRpcFilter
{
    public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next)
    {
        ledger.Write(name);
        return next(context);
    }
}

internal sealed class EndpointFilter(Ledger ledger) : TracingFilter(ledger, "endpoint");

internal sealed class ServiceFilter(Ledger ledger) : TracingFilter(ledger, "service");

internal sealed class InterfaceFilter(Ledger ledger) : TracingFilter(ledger, "interface");

internal sealed class ClassFilter(Ledger ledger) : TracingFilter(ledger, "class");

internal sealed class MethodFilter(Ledger ledger) : TracingFilter(ledger, "method");

[XmlRpcService]
[XmlRpcFilter<InterfaceFilter>]
internal partial interface ITraced
{
    [XmlRpcMethod("one")]
    public int One();

    [XmlRpcMethod("two")]
    public int Two(int number);

    [XmlRpcMethod("two")]
    public int Two(string text);
}

[XmlRpcService]
[XmlRpcFilter<ClassFilter>]
internal sealed partial class Traced : ITraced
{
    [XmlRpcFilter<MethodFilter>]
    public int One() => 1;

    public int Two(int number) => number;

    [XmlRpcFilter<MethodFilter>]
    public int Two(string text) => text.Length;
}
