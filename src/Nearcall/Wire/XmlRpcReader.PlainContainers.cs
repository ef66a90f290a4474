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
        var start = FindPlainName();
        var rest = _xml.Text[start..];
        return start > 0
            && rest.StartsWith(utf8)
            && rest[utf8.Length..].StartsWith("</name>"u8)
            && TryEndPlainName(start, utf8.Length);
    }

    /// <summary>Finds the place of the next member's name; 0 where none comes next.</summary>
    private readonly int FindPlainName()
    {
        var rest = _xml.Text[_xml.Position..];
        return _state.Phase switch
        {
            XmlRpcReaderPhase.MemberEnd => rest.StartsWith("</member><member><name>"u8) ? _xml.Position + 23 : FindNameApart(rest),
            XmlRpcReaderPhase.Members => rest.StartsWith("<member><name>"u8) ? _xml.Position + 14 : FindNameApart(rest),
            _ => 0,
        };
    }

    /// <summary>The same where white space stands between the tags.</summary>
    private readonly int FindNameApart(ReadOnlySpan<byte> rest)
    {
        if (_state.Phase == XmlRpcReaderPhase.MemberEnd && !XmlTokenizer.TryPassBlanksAnd(ref rest, "</member>"u8))
        {
            return 0;
        }

        return XmlTokenizer.TryPassBlanksAnd(ref rest, "<member>"u8) && XmlTokenizer.TryPassBlanksAnd(ref rest, "<name>"u8)
            ? _xml.Text.Length - rest.Length
            : 0;
    }

    private bool TryReadPlainNextMember()
    {
        var start = FindPlainName();
        if (start > 0)
        {
            var rest = _xml.Text[start..];
            var length = XmlTokenizer.PlainLength(rest);
            return length >= 0 && rest[length..].StartsWith("</name>"u8) && TryEndPlainName(start, length);
        }

        var end = _xml.Text[_xml.Position..];
        return _state.Phase == XmlRpcReaderPhase.MemberEnd && end.StartsWith("</member></struct></value>"u8) ? EndPlainContainer(26, 3)
            : _state.Phase == XmlRpcReaderPhase.Members && end.StartsWith("</struct></value>"u8) && EndPlainContainer(17, 2);
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

    private bool TryReadPlainStartStruct(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("<struct>"u8)
        && TryStartPlainContainer(XmlRpcTokenType.StartStruct, XmlRpcReaderPhase.Members, rest[8..], 2);

    private bool TryReadPlainStartArray(ReadOnlySpan<byte> rest) =>
        XmlTokenizer.TryPass(ref rest, "<array>"u8)
        && XmlTokenizer.TryPassBlanksAnd(ref rest, "<data>"u8)
        && TryStartPlainContainer(XmlRpcTokenType.StartArray, XmlRpcReaderPhase.Items, rest, 3);

    private bool TryStartPlainContainer(XmlRpcTokenType token, XmlRpcReaderPhase phase, ReadOnlySpan<byte> rest, int elements)
    {
        if (Depth >= Limits.MaxDepth || _state.Members >= Limits.MaxMembers)
        {
            return false;
        }

        _xml.Position = _xml.Text.Length - rest.Length;
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
