using System.Runtime.ExceptionServices;

namespace Nearcall;

/// <summary>A call as the body of a request. The same object is sent again where a call is tried again.</summary>
internal abstract class CallContent : HttpContent
{
    private bool _wasRead;

    /// <summary>
    /// Whether anybody began to write the call somewhere since <see cref="StartAttempt"/>. If not, it surely reached no server.
    /// </summary>
    public bool WasRead => Volatile.Read(ref _wasRead);

    /// <summary>Whether the call can still be written from its start.</summary>
    public virtual bool CanBeSentAgain => true;

    /// <summary>What stopped the writing on this side of the network: what the caller's stream threw.</summary>
    public virtual ExceptionDispatchInfo? OwnFailure => null;

    /// <summary>Begins an attempt. A writer that is left of the one before may still say that it reads, which is to err on the safe side.</summary>
    /// <param name="deadline">The end of the call.</param>
    public virtual void StartAttempt(CallDeadline deadline) => Volatile.Write(ref _wasRead, false);

    /// <summary>To be called before the first octet is written.</summary>
    protected void NoteReading() => Volatile.Write(ref _wasRead, true);
}
