using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>What a reader says of input that it cannot accept. None of it is inlined, and none runs on good input.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>
    /// Makes the exception for the value that was read last, with its path and offset, for converters that find it wrong.
    /// </summary>
    /// <param name="problem">What is wrong and what was expected, as a sentence.</param>
    /// <param name="rule">The rule, such as <c>R55</c>, if one was broken.</param>
    /// <param name="switch">The switch that would accept the value, such as <c>XmlRpcDialect.AllowWideInt</c>, if there is one.</param>
    /// <param name="faultCode">
    /// The code of the fault that a server answers. Default: <see cref="XmlRpcFaultCodes.InvalidParameters"/>.
    /// </param>
    /// <returns>The exception, for the caller to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly XmlRpcFormatException CreateException(
        string problem, string? rule = null, string? @switch = null, int faultCode = XmlRpcFaultCodes.InvalidParameters)
    {
        var place = TokenType is XmlRpcTokenType.Scalar or XmlRpcTokenType.MemberName ? _content.Start : _xml.Position;
        return _xml.Fail(problem, place, rule, @switch, faultCode);
    }

    /// <summary>Makes the exception for a scalar that was read last and whose text is not what its type asks for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly XmlRpcFormatException CreateUnexpectedTextException(string expected) =>
        CreateException($"{expected} was expected. Found '{Shorten(ContentText())}'.", "R55");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly XmlRpcFormatException Fail(string problem, int position, string? rule, string? allowedBy = null)
    {
        var @switch = allowedBy is null ? null : $"{nameof(XmlRpcDialect)}.{allowedBy}";
        return _xml.Fail(problem, position, rule, @switch, XmlRpcFaultCodes.InvalidMessage);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly XmlRpcFormatException OverLimit(string problem, int position, string limit, string rule) =>
        _xml.Fail(problem, position, rule, $"{nameof(XmlRpcLimits)}.{limit}", XmlRpcFaultCodes.LimitExceeded);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly XmlRpcFormatException Unexpected(in XmlTag tag, string expected, string? rule, scoped ReadOnlySpan<byte> open)
    {
        if (tag.Kind == XmlTagKind.None)
        {
            return _xml.Fail($"The text ends where {expected} was expected.", tag.Start);
        }

        // An end tag that is not that of the open element is a fault of XML; the rest are faults of the protocol.
        var what = tag.Kind != XmlTagKind.End ? "The element" : Is(tag, open) ? "The end of" : "The end tag";
        var problem = $"{what} '{NameText(tag)}' stands where {expected} was expected.";
        return tag.Kind == XmlTagKind.End && !Is(tag, open) ? _xml.Fail(problem, tag.Start) : Fail(problem, tag.Start, rule);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly XmlRpcFormatException Mismatch(string expected) =>
        CreateException($"{expected} was expected, but the value is {Article(Kind)}.", "R55");

    [DoesNotReturn]
    private readonly void ThrowNoValue()
    {
        if (_state.Phase is XmlRpcReaderPhase.ParameterEnd or XmlRpcReaderPhase.ResultEnd or XmlRpcReaderPhase.FaultEnd
            or XmlRpcReaderPhase.Done)
        {
            throw new InvalidOperationException("The value has been read already.");
        }

        throw new InvalidOperationException("The reader does not stand before a value, or the text is not complete.");
    }

    private static string Article(XmlRpcKind kind) => kind switch
    {
        XmlRpcKind.Nil => "nil",
        _ => $"{("aei".Contains(kind.ElementName[0], StringComparison.Ordinal) ? "an" : "a")} {kind.ElementName}",
    };
}
