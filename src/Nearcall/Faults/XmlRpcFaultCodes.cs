namespace Nearcall;

/// <summary>
/// The fault codes of the Specification for Fault Code Interoperability, version 20010516 (R53 to R57), and those that
/// Nearcall defines in the range that it leaves to servers.
/// </summary>
public static class XmlRpcFaultCodes
{
    /// <summary>The lowest reserved code (R53). Applications use codes outside the reserved range.</summary>
    public const int ReservedFirst = -32768;

    /// <summary>The highest reserved code (R53). Applications use codes outside the reserved range.</summary>
    public const int ReservedLast = -32000;

    /// <summary>The message is not well-formed XML (R54).</summary>
    public const int NotWellFormed = -32700;

    /// <summary>The message is in an encoding that the receiver does not read (R54).</summary>
    public const int UnsupportedEncoding = -32701;

    /// <summary>The message holds an octet or a character that its encoding or XML does not allow (R54).</summary>
    public const int InvalidCharacter = -32702;

    /// <summary>The message is XML but does not conform to XML-RPC (R55).</summary>
    public const int InvalidMessage = -32600;

    /// <summary>The server offers no method of that name (R55).</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The method takes other parameters, in number or in type (R55).</summary>
    public const int InvalidParameters = -32602;

    /// <summary>The XML-RPC layer itself failed, for example on a result that the dialect cannot write (R55).</summary>
    public const int InternalError = -32603;

    /// <summary>The application failed without saying how (R56).</summary>
    public const int ApplicationError = -32500;

    /// <summary>The system beneath the application failed (R56).</summary>
    public const int SystemError = -32400;

    /// <summary>The transport failed (R56).</summary>
    public const int TransportError = -32300;

    /// <summary>The lowest code of the range left to implementations of servers (R57).</summary>
    public const int ServerErrorFirst = -32099;

    /// <summary>The highest code of the range left to implementations of servers (R57).</summary>
    public const int ServerErrorLast = -32000;

    /// <summary>The message goes over one of the receiver's <see cref="XmlRpcLimits"/> (R57).</summary>
    public const int LimitExceeded = -32010;

    /// <summary>The server has no capacity for the call now (R57).</summary>
    public const int Busy = -32011;

    /// <summary>The method took longer than the server allows (R57).</summary>
    public const int TimedOut = -32012;

    /// <summary>The method needs a caller who has proved who they are (R57).</summary>
    public const int Unauthenticated = -32021;

    /// <summary>The caller is known and may not call this method (R57).</summary>
    public const int Forbidden = -32022;

    /// <summary>Says whether a code lies in the range that applications must not use (R53).</summary>
    /// <param name="code">A fault code.</param>
    /// <returns><see langword="true"/> from <see cref="ReservedFirst"/> to <see cref="ReservedLast"/>.</returns>
    public static bool IsReserved(int code) => code is >= ReservedFirst and <= ReservedLast;
}
