using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Structs and arrays on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Moves past the name of the next member of the struct if it is the one expected and plainly written.</summary>
    /// <param name="utf8">
    /// A name in UTF-8, without characters that XML escapes: it is compared with the text as it travels.
    /// </param>
    /// <returns>
    /// Whether it was: the reader stands before the member's value. If not, it has not moved, and
    /// <see cref="ReadNextMember"/> says what comes next, which may be this member in another spelling.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadMember(ReadOnlySpan<byte> utf8)
    {
        var rest = _xml.Text[_xml.Position..];
        if (_state.Phase == XmlRpcReaderPhase.MemberEnd && rest.StartsWith("</member><member><name>"u8))
        {
            rest = rest[23..];
        }
        else if (_state.Phase == XmlRpcReaderPhase.Members && rest.StartsWith("<member><name>"u8))
        {
            rest = rest[14..];
        }
        else
        {
            return false;
        }

        return rest.StartsWith(utf8)
            && rest[utf8.Length..].StartsWith("</name>"u8)
            && TryEndPlainName(_xml.Text.Length - rest.Length, utf8.Length);
    }

    private bool TryReadPlainNextMember()
    {
        var rest = _xml.Text[_xml.Position..];
        var start = 0;
        if (_state.Phase == XmlRpcReaderPhase.MemberEnd)
        {
            if (rest.StartsWith("</member><member><name>"u8))
            {
                start = 23;
            }
            else if (rest.StartsWith("</member></struct></value>"u8))
            {
                return EndPlainContainer(26, 3);
            }
        }
        else if (_state.Phase == XmlRpcReaderPhase.Members)
        {
            if (rest.StartsWith("<member><name>"u8))
            {
                start = 14;
            }
            else if (rest.StartsWith("</struct></value>"u8))
            {
                return EndPlainContainer(17, 2);
            }
        }

        if (start == 0)
        {
            return false;
        }

        rest = rest[start..];
        var length = XmlTokenizer.PlainLength(rest);
        return length >= 0 && rest[length..].StartsWith("</name>"u8) && TryEndPlainName(_xml.Position + start, length);
    }

    private bool TryEndPlainName(int start, int length)
    {
        if (length > Limits.MaxStringLength)
        {
            return false;
        }

        if (_state.Phase == XmlRpcReaderPhase.MemberEnd)
        {
            _xml.CloseElements(1);
        }

        _xml.OpenElements(1);
        _xml.Position = start + length + 7;
        _content = new XmlContent(start, length, isPlain: true);
        _state.Phase = XmlRpcReaderPhase.Value;
        TokenType = XmlRpcTokenType.MemberName;
        return true;
    }

    private bool TryReadPlainNextItem(out bool isThere)
    {
        var position = _xml.AfterBlanks();
        var rest = _xml.Text[position..];
        isThere = rest.StartsWith("<value>"u8);
        if (isThere)
        {
            _xml.Position = position;
            return true;
        }

        if (!rest.StartsWith("</data></array></value>"u8))
        {
            return false;
        }

        _xml.Position = position;
        return EndPlainContainer(23, 3);
    }

    private bool TryReadPlainStartStruct() =>
        TryPlainValue(out var start, out var rest)
        && rest.StartsWith("<value><struct>"u8)
        && TryStartPlainContainer(XmlRpcTokenType.StartStruct, XmlRpcReaderPhase.Members, start + 15, 2);

    private bool TryReadPlainStartArray() =>
        TryPlainValue(out var start, out var rest)
        && rest.StartsWith("<value><array><data>"u8)
        && TryStartPlainContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.Items, start + 20, 3);

    private bool TryStartPlainContainer(XmlRpcTokenType token, XmlRpcReaderPhase phase, int position, int elements)
    {
        if (Depth >= Limits.MaxDepth || _state.Members >= Limits.MaxMembers)
        {
            return false;
        }

        _xml.Position = position;
        _xml.OpenElements(elements);
        return StartContainer(token, phase);
    }

    private bool EndPlainContainer(int length, int elements)
    {
        _xml.Position += length;
        _xml.CloseElements(elements);
        return EndContainer();
    }
}
