namespace Nearcall;

/// <summary>
/// What a server answers when a call failed: a code, a text and, from servers that add them, further members (R47).
/// </summary>
/// <remarks>A fault is data: it is compared, stored and passed on. Immutable and safe to share between threads.</remarks>
public sealed record XmlRpcFault
{
    /// <summary>Makes a fault.</summary>
    /// <param name="code">The code. Codes of <see cref="XmlRpcFaultCodes.IsReserved"/> are not for applications.</param>
    /// <param name="text">The text, for a person to read; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public XmlRpcFault(int code, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        Text = text;
    }

    /// <summary>
    /// The fault code. 0 where the peer sent one that is no number; <see cref="Members"/> then holds it as it came.
    /// </summary>
    public int Code { get; init; }

    /// <summary>The fault text. Empty where the peer sent none.</summary>
    public string Text { get; init; }

    /// <summary>
    /// The whole struct as the peer sent it, with the members beyond the two that the protocol knows, but for
    /// <c>faultCause</c>, a serialised Java exception that is never read (R79); null for a fault that was made here.
    /// </summary>
    public XmlRpcStruct? Members { get; init; }

    /// <summary>Shows the fault as its code and text.</summary>
    /// <returns>For example <c>fault 42: It failed</c>.</returns>
    public override string ToString() => $"fault {Code}: {Text}";
}
