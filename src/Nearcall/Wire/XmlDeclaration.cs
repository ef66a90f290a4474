using System.Buffers;

namespace Nearcall;

/// <summary>The XML declaration: <c>version="1.0"</c>, and after it perhaps an encoding and whether it stands alone.</summary>
internal static class XmlDeclaration
{
    private static readonly SearchValues<byte> NameOctets =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"u8);

    /// <summary>
    /// The length of the declaration at the start of a text, if it is one of those that nearly all peers write: they need no further
    /// look, and mean UTF-8. 0 for any other, and for none.
    /// </summary>
    public static int CommonLength(ReadOnlySpan<byte> text)
    {
        var bare = """<?xml version="1.0"?>"""u8;
        if (text.StartsWith(bare) || text.StartsWith("<?xml version='1.0'?>"u8))
        {
            return bare.Length;
        }

        var named = """<?xml version="1.0" encoding="utf-8"?>"""u8;
        return text.StartsWith(named) || text.StartsWith("""<?xml version="1.0" encoding="UTF-8"?>"""u8) ? named.Length : 0;
    }

    /// <summary>Checks what stands between <c>&lt;?xml</c> and <c>?&gt;</c>.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> content)
    {
        if (!TryRead(ref content, "version"u8, out var version) || !version.SequenceEqual("1.0"u8))
        {
            return false;
        }

        if (TryRead(ref content, "encoding"u8, out var encoding) && !IsEncodingName(encoding))
        {
            return false;
        }

        if (TryRead(ref content, "standalone"u8, out var standalone)
            && !(standalone.SequenceEqual("yes"u8) || standalone.SequenceEqual("no"u8)))
        {
            return false;
        }

        return content.TrimStart(" \t\r\n"u8).IsEmpty;
    }

    /// <summary>The encoding that the declaration at the start of a text names; empty if there is none.</summary>
    public static ReadOnlySpan<byte> FindEncoding(ReadOnlySpan<byte> text)
    {
        var start = "<?xml"u8;
        var end = text.StartsWith(start) ? text.IndexOf("?>"u8) : -1;
        if (end < 0)
        {
            return default;
        }

        var content = text[start.Length..end];
        var name = TryRead(ref content, "version"u8, out _) && TryRead(ref content, "encoding"u8, out var encoding) ? encoding : default;
        return IsEncodingName(name) ? name : default;
    }

    private static bool IsEncodingName(ReadOnlySpan<byte> name) =>
        !name.IsEmpty
        && char.IsAsciiLetter((char)name[0])
        && name.IndexOfAnyExcept(NameOctets) < 0;

    /// <summary>Reads <c>name="value"</c> from the front, if it comes next after white space.</summary>
    private static bool TryRead(scoped ref ReadOnlySpan<byte> content, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var rest = content.TrimStart(" \t\r\n"u8);
        if (rest.Length == content.Length || !rest.StartsWith(name))
        {
            return false;
        }

        rest = rest[name.Length..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] != '=')
        {
            return false;
        }

        rest = rest[1..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty || rest[0] is not ((byte)'"' or (byte)'\''))
        {
            return false;
        }

        var end = rest[1..].IndexOf(rest[0]);
        if (end < 0)
        {
            return false;
        }

        value = rest.Slice(1, end);
        content = rest[(end + 2)..];
        return true;
    }
}
