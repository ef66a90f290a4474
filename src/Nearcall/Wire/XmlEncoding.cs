using System.Text;

namespace Nearcall;

/// <summary>
/// Turns a message in any encoding that is known into UTF-8, the one encoding that the tokenizer reads. The order in which
/// the encoding is looked for is that of RFC 7303: mark, HTTP charset, XML declaration, UTF-8 (R25).
/// </summary>
internal static class XmlEncoding
{
    /// <summary>Finds out the encoding and transcodes what is not UTF-8 already; that is returned uncopied, without its mark.</summary>
    /// <param name="octets">The message as it came.</param>
    /// <param name="charset">The charset of the HTTP header, or null.</param>
    /// <param name="dialect">Says whether other text may stand before the declaration.</param>
    /// <param name="transcodedFrom">The encoding, if offsets now count transcoded bytes.</param>
    /// <exception cref="XmlRpcFormatException">
    /// The encoding is not known or the text is evidently in another (-32701), or it has octets that its encoding does not have
    /// (-32702).
    /// </exception>
    public static ReadOnlyMemory<byte> ToUtf8(
        ReadOnlyMemory<byte> octets, string? charset, XmlRpcDialect dialect, out string? transcodedFrom)
    {
        var kind = Detect(octets.Span, charset, dialect, out var markLength);
        octets = octets[markLength..];
        var converted = XmlTranscoder.ToUtf8(octets.Span, kind);
        transcodedFrom = converted is null ? null : XmlEncodingName.Show(kind);
        return converted ?? octets;
    }

    /// <inheritdoc cref="ToUtf8(ReadOnlyMemory{byte}, string?, XmlRpcDialect, out string?)"/>
    public static ReadOnlySpan<byte> ToUtf8(
        ReadOnlySpan<byte> octets, string? charset, XmlRpcDialect dialect, out string? transcodedFrom)
    {
        var kind = Detect(octets, charset, dialect, out var markLength);
        octets = octets[markLength..];
        var converted = XmlTranscoder.ToUtf8(octets, kind);
        transcodedFrom = converted is null ? null : XmlEncodingName.Show(kind);
        return converted is { } utf8 ? utf8.Span : octets;
    }

    /// <summary>Finds out the encoding by the beginning of a text: all of it up to the root will do.</summary>
    public static XmlEncodingKind Detect(ReadOnlySpan<byte> octets, string? charset, XmlRpcDialect dialect, out int markLength)
    {
        if (charset is null && (octets.StartsWith("<methodCall>"u8) || XmlDeclaration.CommonLength(octets) > 0))
        {
            // How nearly all messages begin.
            markLength = 0;
            return XmlEncodingKind.Utf8;
        }

        if (FindMark(octets, out markLength) is { } marked)
        {
            return marked;
        }

        var name = charset?.Trim(' ', '"', '\'');
        if (!string.IsNullOrEmpty(name))
        {
            return XmlEncodingName.Find(name, octets) ?? throw Unsupported(name, "HTTP header");
        }

        // Without a mark, UTF-16 must be declared; the declaration then shows its own first octets.
        var isWide = octets is [0, (byte)'<', 0, (byte)'?', ..] or [(byte)'<', 0, (byte)'?', 0, ..];
        name = isWide ? WideDeclaredName(octets) : DeclaredName(octets, dialect.AllowLeadingText);
        return name is null ? XmlEncodingKind.Utf8 : XmlEncodingName.Find(name, octets) ?? throw Unsupported(name, "XML declaration");
    }

    private static XmlEncodingKind? FindMark(ReadOnlySpan<byte> octets, out int length)
    {
        (length, XmlEncodingKind? kind) = octets switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (3, XmlEncodingKind.Utf8),
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw Unsupported("utf-32", "byte order mark"),
            [0xFF, 0xFE, ..] => (2, XmlEncodingKind.Utf16LittleEndian),
            [0xFE, 0xFF, ..] => (2, XmlEncodingKind.Utf16BigEndian),
            _ => (0, (XmlEncodingKind?)null),
        };
        return kind;
    }

    private static string? DeclaredName(ReadOnlySpan<byte> text, bool allowLeadingText)
    {
        if (allowLeadingText && !text.StartsWith("<?xml"u8))
        {
            var root = text.IndexOf("<method"u8);
            var beforeRoot = root < 0 ? text : text[..root];
            text = beforeRoot[Math.Max(beforeRoot.IndexOf("<?xml"u8), 0)..];
        }

        var name = XmlDeclaration.FindEncoding(text);
        // What nearly every text declares is what it would be anyway, and needs no string.
        return name.IsEmpty || Ascii.EqualsIgnoreCase(name, "utf-8"u8) ? null : Encoding.ASCII.GetString(name);
    }

    /// <summary>Reads the declaration of a text whose characters all take two octets.</summary>
    private static string? WideDeclaredName(ReadOnlySpan<byte> octets)
    {
        // Whichever octet of a unit is not zero will do: a declaration is ASCII. What is longer than this is none.
        Span<byte> declaration = stackalloc byte[256];
        var length = Math.Min(declaration.Length, octets.Length / 2);
        for (var i = 0; i < length; i++)
        {
            declaration[i] = (byte)(octets[2 * i] | octets[(2 * i) + 1]);
        }

        return DeclaredName(declaration[..length], allowLeadingText: false);
    }

    private static XmlRpcFormatException Unsupported(string name, string source)
    {
        var shown = name.Length <= 40 ? name : name[..40] + "…";
        return XmlRpcFormatError.Create(
            $"The encoding \"{shown}\" of the {source} is not supported, or not that of the text.",
            path: "",
            offset: null,
            rule: "R25",
            @switch: null,
            XmlRpcFaultCodes.UnsupportedEncoding,
            transcoded: null);
    }
}
