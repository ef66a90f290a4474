using System.Buffers;

namespace Nearcall;

/// <summary>
/// <c>system.multicall</c>: runs calls one after another, each on the whole road of a call (R65 to R69). The whole message is read
/// before the first call runs.
/// </summary>
internal sealed class Multicall()
    : XmlRpcMethod("system.multicall", [new XmlRpcParameter("calls", typeof(XmlRpcArray), XmlRpcKind.Array)], XmlRpcKind.Array)
{
    public const string HelpText =
        "Runs several calls, each a struct of methodName and params, and gives an array with a result for each: an array of one, or a "
        + "struct of faultCode and faultString.";

    public override async ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var call = ServerCall.Of(context);
        if (call.IsEntry)
        {
            throw new RefusedCallException(XmlRpcFaultCodes.InvalidMessage, "A system.multicall within another is not allowed.");
        }

        var entries = ArrayPool<MulticallEntry>.Shared.Rent(16);
        var inner = call.Endpoint.Calls.Get();
        try
        {
            var count = MulticallReader.Read(context, call, ref entries);
            call.Endpoint.Metrics.MulticallStarted(count);
            Begin(context);
            await RunAsync(call, inner, entries.AsMemory(0, count)).ConfigureAwait(false);
            End(call);
        }
        finally
        {
            call.Endpoint.Calls.Return(inner);
            ArrayPool<MulticallEntry>.Shared.Return(entries, clearArray: true);
        }
    }

    private static async ValueTask RunAsync(ServerCall call, ServerCall inner, ReadOnlyMemory<MulticallEntry> entries)
    {
        XmlRpcFault? timedOut = null;
        for (var index = 0; index < entries.Length; index++)
        {
            inner.BeginEntry(call, entries.Span[index], timedOut);
            await call.Endpoint.Dispatcher.DispatchAsync(inner).ConfigureAwait(false);
            if (inner.IsAbandoned)
            {
                throw new OperationCanceledException(call.CancellationToken);
            }

            if (inner.Fault is { Code: XmlRpcFaultCodes.TimedOut } && call.CancellationToken.IsCancellationRequested)
            {
                timedOut = inner.Fault;
            }
        }
    }

    private static void Begin(XmlRpcCallContext context)
    {
        var writer = context.OpenResult();
        writer.WriteStartArray();
        writer.Flush();
    }

    private static void End(ServerCall call)
    {
        var writer = new XmlRpcWriter(call.Output, call.Endpoint.Options.Dialect);
        writer.WriteEndArray();
        writer.Flush();
    }
}
