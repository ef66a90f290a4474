namespace Nearcall;

internal sealed class ResultMethod<TResult>(
    string name,
    IReadOnlyList<XmlRpcParameter> parameters,
    XmlRpcMethodBody<TResult> body,
    XmlRpcConverter<TResult> converter)
    : XmlRpcMethod(name, parameters, converter.Kind)
{
    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var arguments = context.OpenArguments();
        var result = body(ref arguments, context);
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
        converter.Write(ref writer, result);
        writer.Flush();
    }
}
