namespace Nearcall;

/// <summary>The names of encodings, those of IANA's register and the aliases that are in use.</summary>
internal static class XmlEncodingName
{
    /// <summary>Finds the encoding of a name; case does not count.</summary>
    /// <param name="name">The name, from an HTTP header or an XML declaration.</param>
    /// <param name="octets">The text in that encoding: where a name leaves the order of octets open, its first one says it.</param>
    /// <returns>The encoding, or null if it is none that is known or the text is evidently in another.</returns>
    public static XmlEncodingKind? Find(string name, ReadOnlySpan<byte> octets) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? XmlEncodingKind.Utf8 : FindOther(name, octets);

    /// <summary>The name as messages show it, for encodings whose text must be transcoded.</summary>
    public static string Show(XmlEncodingKind kind) => kind switch
    {
        XmlEncodingKind.Utf16LittleEndian or XmlEncodingKind.Utf16BigEndian => "utf-16",
        XmlEncodingKind.Latin1 => "iso-8859-1",
        XmlEncodingKind.Windows1252 => "windows-1252",
        XmlEncodingKind.Ascii => "us-ascii",
        _ => "utf-8",
    };

    private static XmlEncodingKind? FindOther(string name, ReadOnlySpan<byte> octets) => name.ToUpperInvariant() switch
    {
        "UTF8" => XmlEncodingKind.Utf8,
        "US-ASCII" or "ASCII" => XmlEncodingKind.Ascii,
        "ISO-8859-1" or "ISO8859-1" or "ISO_8859-1" or "LATIN1" or "L1" => XmlEncodingKind.Latin1,
        "WINDOWS-1252" or "CP1252" => XmlEncodingKind.Windows1252,
        "UTF-16" => Utf16(octets),
        "UTF-16LE" when Utf16(octets) == XmlEncodingKind.Utf16LittleEndian => XmlEncodingKind.Utf16LittleEndian,
        "UTF-16BE" when Utf16(octets) == XmlEncodingKind.Utf16BigEndian => XmlEncodingKind.Utf16BigEndian,
        _ => null,
    };

    /// <summary>Whether a text without a mark is UTF-16, as markup or white space in its first unit shows.</summary>
    private static XmlEncodingKind? Utf16(ReadOnlySpan<byte> octets) => octets switch
    {
        [0, (byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..] => XmlEncodingKind.Utf16BigEndian,
        [(byte)'<' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', 0, ..] => XmlEncodingKind.Utf16LittleEndian,
        _ => null,
    };
}
