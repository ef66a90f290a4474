namespace Nearcall;

/// <summary>Where an attribute stands in the text. The protocol uses none; namespaces are declared by them.</summary>
internal readonly record struct XmlAttribute(int NameStart, int NameLength, int PrefixLength, int ValueStart, int ValueLength)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text) => text.Slice(NameStart, NameLength);

    public ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text) => text.Slice(NameStart, PrefixLength);

    public ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> text) =>
        PrefixLength == 0 ? Name(text) : Name(text)[(PrefixLength + 1)..];
}
