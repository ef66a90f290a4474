namespace Nearcall;

/// <summary>Makes of what a whole batch ended in an exception for each caller: one that many threads throw holds the traces of all.</summary>
internal static class BatchFailures
{
    public static Exception For(BatchedCall call, Exception cause, ClientEndpoint endpoint, TimeSpan now) => cause switch
    {
        XmlRpcTransportException failure => failure.ForOneOfMany(),
        XmlRpcFormatException malformed => new XmlRpcFormatException(malformed.Problem, malformed.Message, malformed)
        {
            Path = malformed.Path,
            Offset = malformed.Offset,
            Transcoded = malformed.Transcoded,
            Rule = malformed.Rule,
            Switch = malformed.Switch,
            FaultCode = malformed.FaultCode,
        },
        TimeoutException when call.Deadline <= now => call.TimedOut(endpoint, cause),
        TimeoutException => new TimeoutException(cause.Message, cause),
        ObjectDisposedException => call.Closed(),
        _ => cause,
    };
}
