namespace Nearcall;

internal sealed class ResultMethod<TResult> : XmlRpcMethod
{
    private readonly XmlRpcMethodBody<TResult> _body;
    private readonly XmlRpcConverter<TResult> _converter;

    public ResultMethod(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcMethodBody<TResult> body,
        XmlRpcConverter<TResult> converter)
        : base(name, parameters, converter.Kind)
    {
        _body = body;
        _converter = converter;
        ResultType = typeof(TResult);
    }

    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var arguments = context.OpenArguments();
        var result = _body(ref arguments, context);
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
        _converter.Write(ref writer, result);
        writer.Flush();
    }
}
