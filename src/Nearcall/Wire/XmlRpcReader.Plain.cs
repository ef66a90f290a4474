using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// The plain road: a whole value in the form in which nearly every peer writes it, with tags that have no attributes and nothing
/// between them, is compared with that form at once instead of being read tag by tag. White space may stand before it.
/// </summary>
/// <remarks>
/// Each method either reads a whole value, or gives up and has not moved. The general road, <see cref="Read"/>, then reads the
/// value or says what is wrong with it, so nothing here throws.
/// </remarks>
public ref partial struct XmlRpcReader
{
    /// <summary>Gives the text from a value on, if the reader stands before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryPlainValue(out int start, out ReadOnlySpan<byte> rest)
    {
        start = _xml.AfterBlanks();
        rest = _xml.Text[start..];
        return _state.Phase is XmlRpcReaderPhase.Value or XmlRpcReaderPhase.Items;
    }

    /// <summary>Ends behind a scalar, unless the limit of values is in the way.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="start">The place of its text.</param>
    /// <param name="length">The length of its text.</param>
    /// <param name="end">The place behind its tags.</param>
    private bool TryEndPlain(XmlRpcKind kind, int start, int length, int end)
    {
        if (!TryCountMember())
        {
            return false;
        }

        _content = new XmlContent(start, length, isPlain: true);
        _xml.Position = end;
        TokenType = XmlRpcTokenType.Scalar;
        Kind = kind;
        if (_state.Phase != XmlRpcReaderPhase.Items)
        {
            EndValue();
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryCountMember()
    {
        if (_state.Members >= Limits.MaxMembers)
        {
            return false;
        }

        _state.Members++;
        return true;
    }
}
