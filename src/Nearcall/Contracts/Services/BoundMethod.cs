namespace Nearcall;

/// <summary>A method of a service together with where the service comes from.</summary>
internal abstract class BoundMethod<TService>(string name, XmlRpcMethod<TService> method, ServiceSource<TService> source)
    : XmlRpcMethod(name, method)
    where TService : class
{
    // Only what is made for a call has to be taken back; the others need no state machine.
    private readonly bool _isShared = source is not MadeService<TService>;

    public sealed override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var service = source.Get(context);
        return _isShared ? InvokeAsync(service, context) : InvokeMadeAsync(service, context);
    }

    protected abstract ValueTask InvokeAsync(TService service, XmlRpcCallContext context);

    private async ValueTask InvokeMadeAsync(TService service, XmlRpcCallContext context)
    {
        try
        {
            await InvokeAsync(service, context).ConfigureAwait(false);
        }
        finally
        {
            await source.ReturnAsync(service).ConfigureAwait(false);
        }
    }
}
