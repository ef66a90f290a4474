namespace Nearcall;

/// <summary>A start, end or empty-element tag: where its name stands in the text.</summary>
internal readonly struct XmlTag(XmlTagKind kind, int start, int nameStart, int nameLength, int prefixLength)
{
    public XmlTagKind Kind { get; } = kind;

    /// <summary>The position of the tag's opening bracket.</summary>
    public int Start { get; } = start;

    public int NameStart { get; } = nameStart;

    public int NameLength { get; } = nameLength;

    /// <summary>The length of the name's prefix without the colon; 0 where there is none.</summary>
    public int PrefixLength { get; } = prefixLength;
}
