using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// The plain road: a value in the form in which nearly every peer writes it, with tags that have no attributes, is compared with
/// that form at once instead of being read tag by tag. Where white space may stand, it may stand here too.
/// </summary>
/// <remarks>
/// Each method either reads a whole value, or gives up and has not moved. The general road, <see cref="Read"/>, then reads the
/// value or says what is wrong with it, so nothing here throws.
/// </remarks>
public ref partial struct XmlRpcReader
{
    /// <summary>Gives the text behind the start tag of a value, from the first that is not white space, if the reader stands before one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool TryPlainValue(out ReadOnlySpan<byte> rest)
    {
        rest = _xml.Text[_xml.AfterBlanks()..];
        if (_state.Phase is not (XmlRpcReaderPhase.Value or XmlRpcReaderPhase.Items) || !rest.StartsWith("<value>"u8))
        {
            return false;
        }

        rest = rest[7..];
        if (rest.IsEmpty || rest[0] != '<')
        {
            rest = XmlTokenizer.AfterBlanks(rest);
        }

        return true;
    }

    /// <summary>Ends behind a scalar, if its end tags come next and no limit is in the way.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="text">The text of the scalar and what follows.</param>
    /// <param name="length">The length of its text.</param>
    /// <param name="endTags">Its end tag and that of the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEndPlain(XmlRpcKind kind, ReadOnlySpan<byte> text, int length, ReadOnlySpan<byte> endTags)
    {
        var rest = text[length..];
        if (rest.StartsWith(endTags))
        {
            rest = rest[endTags.Length..];
        }
        else if (!XmlTokenizer.TryPass(ref rest, endTags[..^"</value>"u8.Length]) || !XmlTokenizer.TryPassBlanksAnd(ref rest, "</value>"u8))
        {
            return false;
        }

        return TryEndPlain(kind, _xml.Text.Length - text.Length, length, _xml.Text.Length - rest.Length);
    }

    private bool TryEndPlain(XmlRpcKind kind, int start, int length, int end)
    {
        if (_state.Members >= Limits.MaxMembers)
        {
            return false;
        }

        _state.Members++;
        _content = new XmlContent(start, length, isPlain: true);
        _xml.Position = end;
        TokenType = XmlRpcTokenType.Scalar;
        Kind = kind;

        // An item leaves its array where it was.
        if (_state.Phase == XmlRpcReaderPhase.Value)
        {
            if (_state.Containers.Depth > 0)
            {
                _state.Phase = XmlRpcReaderPhase.MemberEnd;
            }
            else
            {
                EndValue();
            }
        }

        return true;
    }

    /// <summary>Reads a scalar of one of the usual kinds.</summary>
    private bool TryReadPlainScalar(ReadOnlySpan<byte> rest, out XmlRpcValue value)
    {
        value = default;
        switch (rest.Length < 2 ? 0 : rest[0] != '<' ? 's' : rest[1])
        {
            case 'i' when TryReadPlainWhole(rest, long.MinValue, long.MaxValue, out var number):
                value = Kind == XmlRpcKind.Int ? (XmlRpcValue)(int)number : number;
                return true;
            case 's' when TryReadPlainString(rest, out var text):
                value = text;
                return true;
            case 'd' when TryReadPlainDouble(rest, out var number):
                value = number;
                return true;
            case 'd' when TryReadPlainDateTime(rest, out var date):
                value = date;
                return true;
            case 'b' when TryReadPlainBoolean(rest, out var boolean):
                value = boolean;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a nil, or says that the next value is none.</summary>
    /// <returns>Null where the general road must look.</returns>
    private bool? TryReadPlainNil()
    {
        if (!TryPlainValue(out var rest) || rest.Length < 2 || Dialect.AllowEmptyScalar)
        {
            return null;
        }

        if (rest.StartsWith("<nil/>"u8))
        {
            return Dialect.ReadNil && TryEndPlain(XmlRpcKind.Nil, rest[6..], 0, "</value>"u8) ? true : null;
        }

        return rest[0] != '<' || (UsualKind(rest, out var length) != XmlRpcKind.Nil && length > 0) ? false : null;
    }
}
