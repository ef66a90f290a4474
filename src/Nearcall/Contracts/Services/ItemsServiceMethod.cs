namespace Nearcall;

/// <summary>A method whose result is an array that is sent while it comes into being.</summary>
internal sealed class ItemsServiceMethod<TService, TItem> : XmlRpcMethod<TService>
    where TService : class
{
    private readonly XmlRpcServiceItemsBody<TService, TItem> _body;
    private readonly XmlRpcConverter<TItem> _converter;

    public ItemsServiceMethod(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceItemsBody<TService, TItem> body,
        XmlRpcConverter<TItem> converter,
        XmlRpcMethodDetails details)
        : base(name, parameters, XmlRpcKind.Array, details)
    {
        _body = body;
        _converter = converter;
        ResultType = typeof(IAsyncEnumerable<TItem>);
        GivesStream = true;
    }

    internal override XmlRpcMethod Bind(ServiceSource<TService> source, string name) => new Bound(name, this, source);

    private sealed class Bound(string name, ItemsServiceMethod<TService, TItem> method, ServiceSource<TService> source)
        : BoundMethod<TService>(name, method, source)
    {
        protected override ValueTask InvokeAsync(TService service, XmlRpcCallContext context)
        {
            var arguments = context.OpenArguments();
            return context.WriteItemsAsync(method._body(service, ref arguments, context), method._converter);
        }
    }
}
