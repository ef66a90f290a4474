using Microsoft.Extensions.Logging;

namespace Nearcall;

/// <summary>Everything that the server logs. Arguments and results are never among it.</summary>
internal static partial class XmlRpcServerLog
{
    [LoggerMessage(
        1, LogLevel.Error,
        "The method '{Method}' failed. The caller was given the correlation id {CorrelationId}.",
        EventName = "MethodFailed")]
    public static partial void MethodFailed(ILogger logger, Exception exception, string method, string correlationId);

    [LoggerMessage(
        2, LogLevel.Error,
        "The result of the method '{Method}' could not be written. The caller was given the correlation id {CorrelationId}.",
        EventName = "ResultNotWritable")]
    public static partial void ResultNotWritable(ILogger logger, Exception exception, string method, string correlationId);

    [LoggerMessage(
        3, LogLevel.Warning,
        "The method '{Method}' answered with the reserved fault code {FaultCode}; it went out as {SentCode}. "
        + "Codes from -32768 to -32000 need XmlRpcServerOptions.AllowReservedFaultCodes.",
        EventName = "ReservedFaultCode")]
    public static partial void ReservedFaultCode(ILogger logger, string method, int faultCode, int sentCode);

    [LoggerMessage(4, LogLevel.Debug, "The method '{Method}' answered with fault {FaultCode}.", EventName = "MethodFaulted")]
    public static partial void MethodFaulted(ILogger logger, string method, int faultCode);

    [LoggerMessage(5, LogLevel.Debug, "A call was refused with fault {FaultCode}.", EventName = "CallRefused")]
    public static partial void CallRefused(ILogger logger, int faultCode);

    [LoggerMessage(
        6, LogLevel.Debug,
        "A message was refused with fault {FaultCode}: rule {Rule}, byte {Offset}.",
        EventName = "MessageRefused")]
    public static partial void MessageRefused(ILogger logger, int faultCode, string? rule, long? offset);

    [LoggerMessage(7, LogLevel.Debug, "A request was refused with status {StatusCode}: {Reason}.", EventName = "RequestRefused")]
    public static partial void RequestRefused(ILogger logger, int statusCode, string reason);

    [LoggerMessage(8, LogLevel.Debug, "The caller went away before its answer.", EventName = "CallerGone")]
    public static partial void CallerGone(ILogger logger);

    [LoggerMessage(9, LogLevel.Information, "The method '{Method}' went over the time limit of the request.", EventName = "CallTimedOut")]
    public static partial void CallTimedOut(ILogger logger, string method);

    [LoggerMessage(
        10, LogLevel.Error,
        "The method '{Method}' failed when a part of its result was sent. The connection was ended, as no fault can follow. "
        + "The correlation id is {CorrelationId}.",
        EventName = "AnswerBroke")]
    public static partial void AnswerBroke(ILogger logger, Exception exception, string method, string correlationId);
}
