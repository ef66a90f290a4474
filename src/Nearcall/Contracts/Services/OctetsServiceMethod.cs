namespace Nearcall;

/// <summary>A method whose result is base64 that is sent while it is read from a stream.</summary>
internal sealed class OctetsServiceMethod<TService> : XmlRpcMethod<TService>
    where TService : class
{
    private readonly XmlRpcServiceMethodBody<TService, Stream> _body;

    public OctetsServiceMethod(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService, Stream> body,
        XmlRpcMethodDetails details)
        : base(name, parameters, XmlRpcKind.Base64, details)
    {
        _body = body;
        ResultType = typeof(Stream);
        GivesStream = true;
    }

    internal override XmlRpcMethod Bind(ServiceSource<TService> source, string name) => new Bound(name, this, source);

    private sealed class Bound(string name, OctetsServiceMethod<TService> method, ServiceSource<TService> source)
        : BoundMethod<TService>(name, method, source)
    {
        protected override ValueTask InvokeAsync(TService service, XmlRpcCallContext context)
        {
            var arguments = context.OpenArguments();
            return WriteAsync(context, method._body(service, ref arguments, context));
        }

        private static async ValueTask WriteAsync(XmlRpcCallContext context, ValueTask<Stream> result)
        {
            var octets = await result.ConfigureAwait(false);
            await using var disposal = octets.ConfigureAwait(false);
            await context.WriteOctetsAsync(octets).ConfigureAwait(false);
        }
    }
}
