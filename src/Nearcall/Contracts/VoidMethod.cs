namespace Nearcall;

internal sealed class VoidMethod : XmlRpcMethod
{
    private readonly XmlRpcMethodBody _body;

    public VoidMethod(string name, IReadOnlyList<XmlRpcParameter> parameters, XmlRpcMethodBody body)
        : base(name, parameters, resultKind: XmlRpcKind.Boolean)
    {
        _body = body;
        ResultType = typeof(void);
    }

    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var arguments = context.OpenArguments();
        var work = _body(ref arguments, context);
        if (!work.IsCompletedSuccessfully)
        {
            return AwaitAsync(context, work);
        }

        work.GetAwaiter().GetResult();
        Write(context);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask AwaitAsync(XmlRpcCallContext context, ValueTask work)
    {
        await work.ConfigureAwait(false);
        Write(context);
    }

    private static void Write(XmlRpcCallContext context)
    {
        var writer = context.OpenResult();
        if (writer.Dialect.WriteNil)
        {
            writer.WriteNil();
        }
        else
        {
            writer.WriteBoolean(true);
        }

        writer.Flush();
    }
}
