namespace Nearcall;

/// <summary>A method that gives a result.</summary>
internal sealed class ResultServiceMethod<TService, TResult> : XmlRpcMethod<TService>
    where TService : class
{
    private readonly XmlRpcServiceMethodBody<TService, TResult> _body;
    private readonly XmlRpcConverter<TResult> _converter;

    public ResultServiceMethod(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService, TResult> body,
        XmlRpcConverter<TResult> converter,
        XmlRpcMethodDetails details)
        : base(name, parameters, converter.Kind, details)
    {
        _body = body;
        _converter = converter;
        ResultType = typeof(TResult);
    }

    internal override XmlRpcMethod Bind(ServiceSource<TService> source, string name) => new Bound(name, this, source);

    private sealed class Bound(string name, ResultServiceMethod<TService, TResult> method, ServiceSource<TService> source)
        : BoundMethod<TService>(name, method, source)
    {
        protected override ValueTask InvokeAsync(TService service, XmlRpcCallContext context)
        {
            var arguments = context.OpenArguments();
            var result = method._body(service, ref arguments, context);
            if (!result.IsCompletedSuccessfully)
            {
                return AwaitAsync(context, result);
            }

            Write(context, result.GetAwaiter().GetResult());
            return ValueTask.CompletedTask;
        }

        private async ValueTask AwaitAsync(XmlRpcCallContext context, ValueTask<TResult> result) =>
            Write(context, await result.ConfigureAwait(false));

        private void Write(XmlRpcCallContext context, TResult result)
        {
            var writer = context.OpenResult();
            method._converter.Write(ref writer, result);
            writer.Flush();
        }
    }
}
