namespace Nearcall.Server;

/// <summary>Tells callers of a result that does not fit, instead of wrapping it around.</summary>
internal sealed class OverflowFilter : IXmlRpcFilter
{
    public async ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OverflowException)
        {
            throw new XmlRpcFaultException(2, "The result does not fit into 32 bits");
        }
    }
}
