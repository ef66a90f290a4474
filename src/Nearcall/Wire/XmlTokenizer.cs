using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// Reads UTF-8 text as tags and the content between them: XML 1.0 with namespaces, without document types. A DOCTYPE is an
/// error, so there are no entities to expand.
/// </summary>
/// <remarks>
/// <para>Each reading method returns false where the text ends before the thing does and more text may come; the caller
/// goes back to a position it remembers and tries again with more. On the final text that is an error instead.</para>
/// <para>Whether end tags match their start tags is for the caller, who knows which it expects.</para>
/// </remarks>
internal ref partial struct XmlTokenizer
{
    private ReadOnlySpan<byte> _text;
    private XmlOrigin _origin;
    private bool _isFinal;
    private bool _allowControlCharacters;
    private XmlNamespace? _namespace;
    private int _elementDepth;

    /// <summary>
    /// Begins a text, once. No constructor: what one makes is copied to its place in the reader, which is a fair part of what a short
    /// message costs.
    /// </summary>
    public void Begin(ReadOnlySpan<byte> text, bool isFinal, bool allowControlCharacters, in XmlOrigin origin)
    {
        _text = text;
        _isFinal = isFinal;
        _allowControlCharacters = allowControlCharacters;
        _origin = origin;
    }

    public readonly ReadOnlySpan<byte> Text => _text;

    /// <summary>Whether the text is complete.</summary>
    public readonly bool IsFinal => _isFinal;

    /// <summary>The octets read so far. Setting it goes back to a place that was read before.</summary>
    public int Position { get; set; }

    /// <summary>The namespaces in scope and the number of elements open; a caller that goes back restores them with the position.</summary>
    public (XmlNamespace? Namespace, int ElementDepth) Scope
    {
        readonly get => (_namespace, _elementDepth);
        set => (_namespace, _elementDepth) = value;
    }

    /// <summary>Moves past the given octets if they come next.</summary>
    public bool TryLiteral(ReadOnlySpan<byte> literal)
    {
        if (_text[Position..].StartsWith(literal))
        {
            Position += literal.Length;
            return true;
        }

        return false;
    }

    /// <summary>Moves past <paramref name="literal"/>, start tags without attributes, if it comes next, behind white space or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryStartTags(ReadOnlySpan<byte> literal, int count)
    {
        if (!TryTags(literal))
        {
            return false;
        }

        OpenElements(count);
        return true;
    }

    /// <summary>Moves past <paramref name="literal"/>, end tags, if it comes next, behind white space or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEndTags(ReadOnlySpan<byte> literal, int count)
    {
        if (!TryTags(literal))
        {
            return false;
        }

        _elementDepth -= count;
        return true;
    }

    /// <summary>Moves past the end tag of a name, if it comes next, behind white space or not.</summary>
    public bool TryEndTag(scoped ReadOnlySpan<byte> name)
    {
        var position = AfterBlanks();
        var rest = _text[position..];
        if (rest.Length < name.Length + 3 || rest[0] != '<' || rest[1] != '/' || rest[name.Length + 2] != '>'
            || !rest.Slice(2, name.Length).SequenceEqual(name))
        {
            return false;
        }

        Position = position + name.Length + 3;
        _elementDepth--;
        return true;
    }

    /// <summary>Notes that elements without attributes were opened.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void OpenElements(int count)
    {
        if (_namespace is not null)
        {
            CloseNamespaces();
        }

        _elementDepth += count;
    }

    /// <summary>Notes that elements were closed.</summary>
    public void CloseElements(int count) => _elementDepth -= count;

    /// <summary>The position of what comes next that is not white space. The constant cost where there is none is one comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int AfterBlanks()
    {
        var position = Position;
        return position < _text.Length && _text[position] == '<' ? position : AfterBlanks(position);
    }

    /// <summary>The same from a place further on.</summary>
    public readonly int AfterBlanks(int position) =>
        position < _text.Length ? position + XmlCharacters.BlankLength(_text[position..]) : position;

    /// <summary>The text without white space at its start.</summary>
    public static ReadOnlySpan<byte> AfterBlanks(ReadOnlySpan<byte> text) => text[XmlCharacters.BlankLength(text)..];

    /// <summary>Moves past a literal, if it comes next.</summary>
    public static bool TryPass(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> literal)
    {
        if (!text.StartsWith(literal))
        {
            return false;
        }

        text = text[literal.Length..];
        return true;
    }

    /// <summary>Moves past white space and a literal, if that comes next.</summary>
    public static bool TryPassBlanksAnd(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> literal)
    {
        text = AfterBlanks(text);
        return TryPass(ref text, literal);
    }

    /// <summary>The length of the plain text up to a tag; below 0 where anything else stands in it or the text ends before.</summary>
    public static int PlainLength(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAny(ContentMarks);
        return length >= 0 && text[length] == '<' ? length : -1;
    }

    /// <summary>Reads the tag at the position, or finds the end of the text there.</summary>
    public bool ReadTag(out XmlTag tag)
    {
        var start = Position;
        CloseNamespaces();
        if (start >= _text.Length)
        {
            tag = new XmlTag(XmlTagKind.None, start, start, 0, 0);
            return _isFinal;
        }

        var isEnd = start + 1 < _text.Length && _text[start + 1] == '/';
        var nameStart = start + (isEnd ? 2 : 1);
        var nameLength = nameStart <= _text.Length ? SimpleNameLength(_text[nameStart..]) : 0;
        var next = nameStart + nameLength;
        if (nameLength > 0 && next < _text.Length && _text[next] == '>')
        {
            Position = next + 1;
            _elementDepth += isEnd ? -1 : 1;
            tag = new XmlTag(isEnd ? XmlTagKind.End : XmlTagKind.Start, start, nameStart, nameLength, 0);
            return true;
        }

        return ReadUncommonTag(isEnd, out tag);
    }

    /// <summary>Makes the exception for a place in the text.</summary>
    public readonly XmlRpcFormatException Fail(
        string problem, int position, string? rule = null, string? @switch = null, int faultCode = XmlRpcFaultCodes.NotWellFormed) =>
        _origin.CreateException(_text, position, problem, rule, @switch, faultCode);

    /// <summary>Says that the text ends too early: an error if it is final, else a request for more.</summary>
    public readonly bool Unfinished(string what)
    {
        if (_isFinal)
        {
            ThrowUnfinished(what);
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTags(ReadOnlySpan<byte> literal)
    {
        var position = AfterBlanks();
        if (!_text[position..].StartsWith(literal))
        {
            return false;
        }

        Position = position + literal.Length;
        return true;
    }

    private static int SimpleNameLength(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter((char)text[0]))
        {
            return 0;
        }

        var length = 1;
        while (length < text.Length && (char.IsAsciiLetterOrDigit((char)text[length]) || text[length] == '.'))
        {
            length++;
        }

        return length;
    }

    [DoesNotReturn]
    private readonly void ThrowUnfinished(string what) => throw Fail($"The text ends within {what}.", _text.Length);
}
