namespace Nearcall;

/// <summary>A method that gives no result.</summary>
internal sealed class VoidServiceMethod<TService> : XmlRpcMethod<TService>
    where TService : class
{
    private readonly XmlRpcServiceMethodBody<TService> _body;

    public VoidServiceMethod(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService> body,
        XmlRpcMethodDetails details)
        : base(name, parameters, resultKind: XmlRpcKind.Boolean, details)
    {
        _body = body;
        ResultType = typeof(void);
    }

    internal override XmlRpcMethod Bind(ServiceSource<TService> source, string name) => new Bound(name, this, source);

    private sealed class Bound(string name, VoidServiceMethod<TService> method, ServiceSource<TService> source)
        : BoundMethod<TService>(name, method, source)
    {
        protected override ValueTask InvokeAsync(TService service, XmlRpcCallContext context)
        {
            var arguments = context.OpenArguments();
            var work = method._body(service, ref arguments, context);
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
}
