using System.Diagnostics;

namespace Nearcall;

/// <summary>
/// One call among those that travel together. It ends once: by its outcome, by its caller's wish, when its own time is up, or with its
/// client. Whoever is first decides, and its caller goes on in the thread pool, never under whoever decided.
/// </summary>
internal abstract class BatchedCall(in CallTerms terms, TimeSpan timeout, TimeSpan deadline) : IThreadPoolWorkItem, IMulticallOutcome
{
    private CancellationTokenRegistration _onCancel;
    private CallBatch? _batch;
    private Exception? _end;
    private int _isOver;

    public string Method => Terms.Method;

    public bool IsIdempotent => Terms.IsIdempotent;

    /// <summary>When its time is up, by the clock of the batcher.</summary>
    public TimeSpan Deadline { get; } = deadline;

    /// <summary>Where its entry begins in the text of its batch.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The span of the call, if there is one.</summary>
    public Activity? Span { get; init; }

    public bool IsOver => Volatile.Read(ref _isOver) != 0;

    protected CallTerms Terms { get; } = terms;

    /// <summary>To be called before the call is added to a batch: the token may be cancelled already.</summary>
    public void Watch() =>
        _onCancel = Terms.CancellationToken.UnsafeRegister(static call => ((BatchedCall)call!).Cancel(), this);

    public void Join(CallBatch batch, int start, int length)
    {
        (Start, Length) = (start, length);
        Volatile.Write(ref _batch, batch);
    }

    /// <summary>Takes the right to end the call.</summary>
    public bool TryEnd() => Interlocked.Exchange(ref _isOver, 1) == 0;

    /// <summary>Ends the call early, if it is not over.</summary>
    public void End(Exception exception)
    {
        if (TryEnd())
        {
            _end = exception;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            Volatile.Read(ref _batch)?.NoteEnd();
        }
    }

    /// <summary>What its caller is told when its time is up.</summary>
    public TimeoutException TimedOut(ClientEndpoint endpoint, Exception? cause) => new(
        FormattableString.Invariant($"{endpoint} did not answer the call of '{Method}' within {timeout.TotalSeconds:0.###} s."), cause);

    public ObjectDisposedException Closed() => new(nameof(XmlRpcClient), $"The client was disposed while it called '{Method}'.");

    /// <summary>Lets the caller go on. To be called once, by whoever ended the call.</summary>
    public void Signal()
    {
        _onCancel.Unregister();
        Signal(_end);
    }

    public void Execute() => Signal();

    /// <summary>Takes over what the whole batch ended in, as an exception of the call's own.</summary>
    public abstract void Fail(Exception exception);

    public abstract void Fail(XmlRpcFault fault);

    public abstract void Fail(XmlRpcFormatException exception);

    public abstract void Forget();

    public abstract void ReadResult(ref XmlRpcReader reader);

    /// <summary>Makes the call by itself, from its start to its end.</summary>
    /// <param name="client">Who makes it.</param>
    /// <param name="content">The call.</param>
    /// <param name="left">What is left of its time.</param>
    public abstract Task GoAloneAsync(XmlRpcClient client, XmlRpcContent content, TimeSpan left);

    /// <summary>Hands the outcome that was read to the caller, or <paramref name="end"/> in its place.</summary>
    protected abstract void Signal(Exception? end);

    private void Cancel() =>
        End(new OperationCanceledException($"The call of '{Method}' was cancelled.", Terms.CancellationToken));
}
