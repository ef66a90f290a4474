using System.Diagnostics;
using System.Globalization;

namespace Nearcall;

/// <summary>
/// The one road of every call, single or entry of a multicall: authorization, filters, method, telemetry, and the fault for
/// whatever goes wrong.
/// </summary>
/// <remarks>Serves any number of calls at once; nothing is shared between them.</remarks>
internal sealed class XmlRpcDispatcher(FaultMapper faults, AnswerFrame frame, XmlRpcServerMetrics metrics, TimeProvider time)
{
    /// <summary>Answers a call: its result or fault is in its output afterwards, unless the call was abandoned or broke.</summary>
    /// <returns>The end of the call. It never fails.</returns>
    public ValueTask DispatchAsync(ServerCall call) =>
        metrics.IsObserved || CallActivity.IsObserved ? ObserveAsync(call) : AnswerAsync(call);

    // No async method, so that a call that completes at once costs nothing here.
    private ValueTask AnswerAsync(ServerCall call)
    {
        var mark = frame.Begin(call);
        try
        {
            var work = RunAsync(call);
            if (!work.IsCompleted)
            {
                return AwaitAsync(call, mark, work);
            }

            work.GetAwaiter().GetResult();
            Complete(call);
        }
        catch (Exception exception)
        {
            Fail(call, mark, exception);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask AwaitAsync(ServerCall call, int mark, ValueTask work)
    {
        try
        {
            await work.ConfigureAwait(false);
            Complete(call);
        }
        catch (Exception exception)
        {
            Fail(call, mark, exception);
        }
    }

    private ValueTask ObserveAsync(ServerCall call)
    {
        var outer = Activity.Current;
        var start = time.GetTimestamp();
        var activity = CallActivity.Start(call);
        metrics.CallStarted();
        var work = AnswerAsync(call);
        if (!work.IsCompletedSuccessfully)
        {
            // The work has taken the span along; the caller goes on without it.
            Activity.Current = outer;
            return AwaitObservedAsync(call, activity, start, work);
        }

        work.GetAwaiter().GetResult();
        EndObserved(call, activity, start);
        if (Activity.Current != outer)
        {
            Activity.Current = outer;
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask AwaitObservedAsync(ServerCall call, Activity? activity, long start, ValueTask work)
    {
        await work.ConfigureAwait(false);
        EndObserved(call, activity, start);
    }

    private void EndObserved(ServerCall call, Activity? activity, long start)
    {
        var statusCode = call.Fault?.Code.ToString(CultureInfo.InvariantCulture);
        var errorType = call.ErrorType ?? statusCode;
        metrics.CallEnded(call.Served.TelemetryName, statusCode, errorType, time.GetElapsedTime(start));
        if (activity is not null)
        {
            CallActivity.End(activity, statusCode, errorType);
        }
    }

    private static ValueTask RunAsync(ServerCall call)
    {
        // Nobody works for whoever has left: behind a server that stood still wait the calls of many who have gone elsewhere since.
        call.CancellationToken.ThrowIfCancellationRequested();

        if (call.Refusal is { } refusal)
        {
            throw new RefusedCallException(refusal);
        }

        return call.Served.Authorization is { } authorization ? authorization.RunAsync(call) : call.Served.Invoke(call);
    }

    private void Complete(ServerCall call)
    {
        if (!call.HasResult)
        {
            throw new InvalidOperationException("A filter neither called the next nor wrote a result.");
        }

        frame.End(call);
    }

    private void Fail(ServerCall call, int mark, Exception exception)
    {
        if (call.IsUnderWay)
        {
            faults.Break(call, exception);
        }
        else if (call.Streamed?.RefusalOf(exception) is { } refusal)
        {
            call.Refuse(refusal);
        }
        else if (faults.Map(call, exception) is { } fault)
        {
            call.Fault = fault;
            frame.EndWithFault(call, mark, fault);
        }
        else
        {
            call.Abandon();
            call.Output.Truncate(mark);
        }
    }
}
