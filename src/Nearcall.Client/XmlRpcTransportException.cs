using System.Net;

namespace Nearcall;

/// <summary>
/// A call that HTTP, a socket, TLS or a name server stopped: no answer came, or one that is no XML-RPC message. The message is
/// one line and never shows user info or the query of an address.
/// </summary>
public sealed class XmlRpcTransportException : Exception
{
    private bool _wasSent;
    private bool _mayHaveBeenExecuted;
    private string _conclusion = "";

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong and with which address, in one line.</param>
    /// <param name="innerException">The cause, if another exception was it.</param>
    public XmlRpcTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What went wrong, with which address, after how many attempts, and whether the call may have been executed.</summary>
    public override string Message => base.Message + _conclusion;

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The address that was called, without user info; null where it is not known.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// Whether the call surely never left this process: no connection was made, the name is not known, TLS was not agreed on.
    /// Such a call can be sent again without the danger that it runs twice. <see langword="false"/> means that nobody knows.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool WasNotSent { get => field && !_wasSent; init; }

    /// <summary>
    /// Whether the server may have executed the call: it was sent, and no answer came that says that it was refused (a status from 300
    /// to 499). Of several attempts, whether it may have executed one of them.
    /// </summary>
    public bool MayHaveBeenExecuted =>
        _mayHaveBeenExecuted || (!WasNotSent && (StatusCode is not { } status || (int)status is < 300 or > 499));

    /// <summary>How often the call was tried. Default: 1.</summary>
    public int Attempts { get; private set; } = 1;

    /// <summary>
    /// How long the server asks to wait before the call is tried again (<c>Retry-After</c>), from when the answer came; null where it
    /// does not say. Never negative.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// How many items of the result had come when a call that reads them while they arrive failed; null for every other call.
    /// </summary>
    public long? ReceivedItems { get; init; }

    /// <summary>
    /// The beginning of the answer's body as plain text, at most 1,024 characters, without control characters; empty where
    /// there was none. It was written by the peer: show it as text, never as markup.
    /// </summary>
    public string BodyText { get; init; } = "";

    /// <summary>Whether the answer ended before the message in it did.</summary>
    internal bool IsCutShort { get; init; }

    /// <summary>Says the same to one of several callers whose calls travelled together.</summary>
    internal XmlRpcTransportException ForOneOfMany() => new(base.Message, this)
    {
        StatusCode = StatusCode,
        Endpoint = Endpoint,
        WasNotSent = WasNotSent,
        RetryAfter = RetryAfter,
        BodyText = BodyText,
        IsCutShort = IsCutShort,
        Attempts = Attempts,
        _mayHaveBeenExecuted = _mayHaveBeenExecuted,
        _conclusion = _conclusion,
    };

    /// <summary>Adds what is known only when the last attempt is over.</summary>
    internal void Conclude(int attempts, bool wasSent, bool mayHaveBeenExecuted, string conclusion)
    {
        Attempts = attempts;
        _wasSent = wasSent;
        _mayHaveBeenExecuted = mayHaveBeenExecuted;
        _conclusion = conclusion.Length == 0 || base.Message.EndsWith('.') ? conclusion : "." + conclusion;
    }
}
