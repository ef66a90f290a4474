using System.Net;

namespace Nearcall;

/// <summary>
/// A call that HTTP, a socket, TLS or a name server stopped: no answer came, or one that is no XML-RPC message. The message is
/// one line and never shows user info or the query of an address.
/// </summary>
public sealed class XmlRpcTransportException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong and with which address, in one line.</param>
    /// <param name="innerException">The cause, if another exception was it.</param>
    public XmlRpcTransportException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The address that was called, without user info; null where it is not known.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// Whether the call surely never left this process: no connection was made, the name is not known, TLS was not agreed on.
    /// Such a call can be sent again without the danger that it runs twice. <see langword="false"/> means that nobody knows.
    /// Default: <see langword="false"/>.
    /// </summary>
    public bool WasNotSent { get; init; }

    /// <summary>
    /// The beginning of the answer's body as plain text, at most 1,024 characters, without control characters; empty where
    /// there was none. It was written by the peer: show it as text, never as markup.
    /// </summary>
    public string BodyText { get; init; } = "";
}
