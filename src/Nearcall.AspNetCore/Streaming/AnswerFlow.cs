namespace Nearcall;

/// <summary>
/// Sends an answer in parts. The first part goes out only when it is large: until then, a failure is a fault like any other, and an
/// answer that ends before is sent in one piece with its length.
/// </summary>
internal static class AnswerFlow
{
    /// <summary>How much of an answer is held before it is sent.</summary>
    private const int Threshold = 32 * 1024;

    /// <summary>Whether enough is written to be sent.</summary>
    public static bool IsDue(ServerCall call) => call.Output.Length >= Threshold;

    /// <summary>Sends what is written, and waits until the caller has room for more.</summary>
    /// <param name="call">The call.</param>
    /// <param name="length">The length of the whole answer, if it is known. Counts with the first part.</param>
    public static async ValueTask SendAsync(ServerCall call, long? length = null)
    {
        var response = call.Http.Response;
        if (!call.IsUnderWay)
        {
            if (call.Streamed is { IsRead: false })
            {
                // Most callers read nothing before all is sent, so that each side would wait for the other.
                throw new InvalidOperationException(
                    "The result is large enough to be sent, and the caller still sends the argument: read the stream to its end first.");
            }

            AnswerHead.Set(response, length);
            call.IsUnderWay = true;
        }

        bool isGone;
        try
        {
            var sent = await response.BodyWriter.WriteAsync(call.Output.WrittenMemory, call.CancellationToken).ConfigureAwait(false);
            isGone = sent.IsCompleted;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && !Abandonment.IsTimedOut(call.Http))
        {
            throw new AbandonedCallException(exception);
        }

        // A server may drop what is written to a connection that has ended.
        call.CancellationToken.ThrowIfCancellationRequested();
        if (isGone)
        {
            throw new AbandonedCallException(cause: null);
        }

        call.Output.Clear();
    }
}
