namespace Nearcall;

/// <summary>
/// What stands between two tags: text, with the CDATA sections, references, comments and processing instructions in it.
/// </summary>
internal readonly struct XmlContent(int start, int length, bool isPlain, int surplus = 0)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>Whether the octets are the text itself; otherwise <see cref="XmlText"/> makes the text of them.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>By how much the octets, as UTF-16, are longer than the text.</summary>
    public int Surplus { get; } = surplus;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text.Slice(Start, Length);
}
