using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Nearcall;

/// <summary>Decides which fault an exception becomes, and logs what the caller is not told.</summary>
internal sealed class FaultMapper(XmlRpcServerOptions options, XmlRpcServerMetrics metrics, ILogger logger)
{
    /// <summary>Gives the fault of a call that failed.</summary>
    /// <returns>The fault; null if the caller is gone.</returns>
    public XmlRpcFault? Map(ServerCall call, Exception exception)
    {
        switch (exception)
        {
            case RefusedCallException refused:
                XmlRpcServerLog.CallRefused(logger, refused.Fault.Code);
                return refused.Fault;
            case XmlRpcFaultException faulted:
                return MapFault(call, faulted.Fault);
            case XmlRpcFormatException malformed when call.Phase == CallPhase.Arguments || call.Streamed?.IsMalformed(malformed) == true:
                return MapArguments(call, malformed);
            case XmlRpcFormatException unwritable when call.Phase == CallPhase.Result:
                return MapUnwritable(call, unwritable);
            case AbandonedCallException:
            case IOException when call.Streamed?.IsEndOfBody(exception) == true:
                return null;
            case OperationCanceledException or IOException when call.CancellationToken.IsCancellationRequested:
                return MapCancellation(call);
            default:
                return XmlRpcFaultMap.Find(exception) is { } known ? MapFault(call, known) : MapUnexpected(call, exception);
        }
    }

    /// <summary>Ends a call whose answer is sent in part: there is no place for a fault, so the log alone says what happened.</summary>
    public void Break(ServerCall call, Exception exception)
    {
        var isCancelled = exception is OperationCanceledException or IOException && call.CancellationToken.IsCancellationRequested;
        if (exception is AbandonedCallException || (isCancelled && !Abandonment.IsTimedOut(call.Http)))
        {
            call.Abandon();
            return;
        }

        call.IsBroken = true;
        call.ErrorType = exception.GetType().FullName;
        if (isCancelled)
        {
            XmlRpcServerLog.CallTimedOut(logger, call.Served.TelemetryName);
        }
        else
        {
            XmlRpcServerLog.AnswerBroke(logger, exception, call.Served.TelemetryName, NewCorrelationId());
        }
    }

    /// <summary>Gives the fault of a message that is malformed: what is wrong and where.</summary>
    public XmlRpcFault Map(XmlRpcFormatException malformed)
    {
        Record(malformed);
        return new XmlRpcFault(malformed.FaultCode, FaultText.Of(malformed));
    }

    private XmlRpcFault MapArguments(ServerCall call, XmlRpcFormatException malformed)
    {
        Record(malformed);
        var parameters = (call.Form ?? call.Served.Method).Parameters;

        // A catch-all describes no parameters: it takes whatever comes.
        var isOfArguments = malformed.FaultCode == XmlRpcFaultCodes.InvalidParameters && !call.Served.IsCatchAll;
        return new XmlRpcFault(
            malformed.FaultCode,
            FaultText.Of(
                malformed,
                ArgumentText.NameAt(malformed.Path, parameters),
                isOfArguments ? ArgumentText.OfNumber(call, parameters) : ""));
    }

    private void Record(XmlRpcFormatException malformed)
    {
        XmlRpcServerLog.MessageRefused(logger, malformed.FaultCode, malformed.Rule, malformed.Offset);
        if (malformed.FaultCode != XmlRpcFaultCodes.InvalidParameters)
        {
            var isOverLimit = malformed.FaultCode == XmlRpcFaultCodes.LimitExceeded;
            metrics.MessageRejected(isOverLimit ? RejectionReason.Limit : RejectionReason.Malformed);
        }
    }

    private XmlRpcFault MapFault(ServerCall call, XmlRpcFault fault)
    {
        XmlRpcServerLog.MethodFaulted(logger, call.Served.TelemetryName, fault.Code);
        if (!XmlRpcFaultCodes.IsReserved(fault.Code)
            || options.AllowReservedFaultCodes
            || (call.Served.IsCatchAll && fault.Code == XmlRpcFaultCodes.MethodNotFound))
        {
            return fault;
        }

        XmlRpcServerLog.ReservedFaultCode(logger, call.Served.TelemetryName, fault.Code, XmlRpcFaultCodes.ApplicationError);
        return new XmlRpcFault(XmlRpcFaultCodes.ApplicationError, fault.Text);
    }

    private XmlRpcFault MapUnwritable(ServerCall call, XmlRpcFormatException unwritable)
    {
        var correlationId = NewCorrelationId();
        XmlRpcServerLog.ResultNotWritable(logger, unwritable, call.Served.TelemetryName, correlationId);
        var text = FaultText.Of("The result cannot be sent", correlationId, Details(unwritable));
        return new XmlRpcFault(XmlRpcFaultCodes.InternalError, text);
    }

    private XmlRpcFault MapUnexpected(ServerCall call, Exception exception)
    {
        var correlationId = NewCorrelationId();
        XmlRpcServerLog.MethodFailed(logger, exception, call.Served.TelemetryName, correlationId);
        return new XmlRpcFault(XmlRpcFaultCodes.ApplicationError, FaultText.Of("Internal error", correlationId, Details(exception)));
    }

    private XmlRpcFault? MapCancellation(ServerCall call)
    {
        if (!Abandonment.IsTimedOut(call.Http))
        {
            return null;
        }

        XmlRpcServerLog.CallTimedOut(logger, call.Served.TelemetryName);
        return new XmlRpcFault(XmlRpcFaultCodes.TimedOut, "The call took longer than the server allows.");
    }

    private Exception? Details(Exception exception) => options.IncludeExceptionDetails ? exception : null;

    /// <summary>The trace that the failure belongs to, or a random id where nobody traces: both say nothing about the server.</summary>
    private static string NewCorrelationId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
}
