namespace Nearcall;

/// <summary>
/// A message, or a value in it, that cannot be read or written. It says where, which rule was broken and, where a switch
/// of <see cref="XmlRpcDialect"/> or a limit would accept the input, which.
/// </summary>
public sealed class XmlRpcFormatException : FormatException
{
    /// <summary>Makes an exception without a place, for code that has no reader or writer at hand.</summary>
    /// <param name="message">What is wrong, what was expected and what to do.</param>
    /// <param name="innerException">The cause, if another exception was it.</param>
    public XmlRpcFormatException(string message, Exception? innerException = null)
        : base(message, innerException) => Problem = message;

    internal XmlRpcFormatException(string problem, string message, Exception? innerException)
        : base(message, innerException) => Problem = problem;

    /// <summary>What is wrong, without the place: the first sentence of <see cref="Exception.Message"/>.</summary>
    public string Problem { get; }

    /// <summary>
    /// Where in the message's values, for example <c>params[0].items[3].createdAt</c>; empty at the top or outside of values.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// The number of bytes of the UTF-8 text before the place; of the text after transcoding where <see cref="Transcoded"/>
    /// names an encoding. Null where no text was at hand.
    /// </summary>
    public long? Offset { get; init; }

    /// <summary>The encoding that the text came in, if it was not UTF-8 and the offset therefore counts transcoded bytes.</summary>
    public string? Transcoded { get; init; }

    /// <summary>The id of the rule in <c>docs/rules.md</c> that was broken, for example <c>R15</c>; null where XML itself was.</summary>
    public string? Rule { get; init; }

    /// <summary>
    /// The switch that would accept the input, for example <c>XmlRpcDialect.AllowDoubleExponent</c> or
    /// <c>XmlRpcLimits.MaxDepth</c>; null where none does.
    /// </summary>
    public string? Switch { get; init; }

    /// <summary>
    /// The code of the fault that a server answers with, one of <see cref="XmlRpcFaultCodes"/>.
    /// Default: <see cref="XmlRpcFaultCodes.InvalidMessage"/>.
    /// </summary>
    public int FaultCode { get; init; } = XmlRpcFaultCodes.InvalidMessage;
}
