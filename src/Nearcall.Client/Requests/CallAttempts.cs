using System.Net;
using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>
/// The attempts of one call: how many there were, whether one of them may have been executed, and whether another may follow.
/// </summary>
internal struct CallAttempts(ClientSettings settings, bool isIdempotent)
{
    private bool _wasSent;
    private bool _mayHaveBeenExecuted;

    /// <summary>How many were begun.</summary>
    public int Count { get; private set; }

    private readonly string Conclusion =>
        (Count > 1 ? FormattableString.Invariant($" {Count} attempts were made.") : "")
        + (isIdempotent || !_mayHaveBeenExecuted ? "" : " The call may have been executed.");

    public void Start(CallContent content, CallDeadline deadline)
    {
        if (Count++ == 0)
        {
            settings.RetryBudget?.AddCall();
        }

        content.StartAttempt(deadline);
        deadline.StartAttempt(isIdempotent && settings.Retry.MaxAttempts > 1 ? settings.Retry.AttemptTimeout : Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether this is an end that another attempt could mend: not a fault, not a cancellation, not a malformed answer.</summary>
    public static bool IsFailure(Exception exception, CallDeadline deadline) =>
        exception is XmlRpcTransportException || (exception is TimeoutException && (deadline.IsOver || deadline.IsCallOver));

    /// <summary>How long to wait for the next attempt.</summary>
    /// <exception cref="XmlRpcTransportException">There is none. This is what failed, now with all that is known about it.</exception>
    /// <exception cref="TimeoutException">There is none.</exception>
    public TimeSpan WaitAfter(Exception exception, CallContent content, CallDeadline deadline)
    {
        var failure = exception as XmlRpcTransportException;
        _wasSent |= content.WasRead;
        _mayHaveBeenExecuted |= failure?.MayHaveBeenExecuted ?? content.WasRead;
        if (!MayFollow(failure, content, deadline))
        {
            throw Concluded(exception, failure, Conclusion);
        }

        var wait = BackOff();
        if (failure?.RetryAfter > wait)
        {
            wait = failure.RetryAfter.Value;
        }

        if (wait >= deadline.Left)
        {
            var inVain = FormattableString.Invariant(
                $" The next attempt would be in {wait.TotalSeconds:0.###} s, when the time of the call is over.");
            throw Concluded(exception, failure, inVain + Conclusion);
        }

        return settings.RetryBudget?.TrySpend() != false
            ? wait
            : throw Concluded(
                exception,
                failure,
                $" There is no further attempt: the client's budget of further attempts is spent ({nameof(XmlRpcRetryOptions)}.{nameof(XmlRpcRetryOptions.Budget)})."
                + Conclusion);
    }

    private static bool IsTransient(XmlRpcTransportException failure) =>
        failure.StatusCode is null or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout || failure.IsCutShort;

    private readonly bool MayFollow(XmlRpcTransportException? failure, CallContent content, CallDeadline deadline)
    {
        if (Count >= settings.Retry.MaxAttempts || deadline.IsCallOver || (content.WasRead && !content.CanBeSentAgain))
        {
            return false;
        }

        return (failure is not null && failure.WasNotSent) || (isIdempotent && (failure is null || IsTransient(failure)));
    }

    private readonly TimeSpan BackOff()
    {
        var retry = settings.Retry;
        var longest = Math.Min(retry.BackOff.TotalSeconds * Math.Pow(2, Count - 1), retry.MaxBackOff.TotalSeconds);
        lock (settings.Random)
        {
            return TimeSpan.FromSeconds(longest * (1 - (settings.Random.NextDouble() / 2)));
        }
    }

    private readonly Exception Concluded(Exception exception, XmlRpcTransportException? failure, string conclusion)
    {
        if (failure is null)
        {
            return new TimeoutException(exception.Message + conclusion, exception.InnerException);
        }

        failure.Conclude(Count, _wasSent, _mayHaveBeenExecuted, conclusion);
        ExceptionDispatchInfo.Throw(failure);
        return failure;
    }
}
