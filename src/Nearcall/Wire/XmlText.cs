using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Nearcall;

/// <summary>Makes text of content: references resolved, CDATA opened, line ends as line feeds.</summary>
internal static partial class XmlText
{
    /// <summary>The octets of <c>amp;</c>, <c>lt;</c> and <c>gt;</c>, the first in the lowest place.</summary>
    private const uint AmpersandName = 'a' | ('m' << 8) | ('p' << 16) | ((uint)';' << 24);
    private const uint LessName = 'l' | ('t' << 8) | (';' << 16);
    private const uint GreaterName = 'g' | ('t' << 8) | (';' << 16);

    private static ReadOnlySpan<byte> SectionStart => "<![CDATA["u8;

    private static ReadOnlySpan<byte> SectionEnd => "]]>"u8;

    /// <summary>
    /// Reads a reference at the start of the text: its length, 0 where it is none, below 0 where the text ends before it does.
    /// </summary>
    public static int ReadReference(ReadOnlySpan<byte> text, out int codePoint)
    {
        var known = ReadKnownReference(text, out codePoint);
        if (known > 0)
        {
            return known;
        }

        var end = text.IndexOf((byte)';');
        var body = end < 0 ? text[1..] : text[1..end];
        if (body.IsEmpty)
        {
            return end < 0 ? -1 : 0;
        }

        if (body[0] != '#')
        {
            codePoint = Named(body);
            return codePoint == 0 ? 0 : end < 0 ? -1 : end + 1;
        }

        var isHexadecimal = body.Length > 1 && body[1] == 'x';
        var digits = body[(isHexadecimal ? 2 : 1)..];
        foreach (var digit in digits)
        {
            if (isHexadecimal ? !char.IsAsciiHexDigit((char)digit) : !char.IsAsciiDigit((char)digit))
            {
                return 0;
            }

            var value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
            codePoint = Math.Min((codePoint * (isHexadecimal ? 16 : 10)) + value, 0x110000);
        }

        return end < 0 ? -1 : digits.IsEmpty ? 0 : end + 1;
    }

    /// <summary>Makes a string of content that perhaps was not checked.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            return Encoding.UTF8.GetString(buffer.AsSpan(0, Decode(content, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Makes text of content in a place at least as long; text is never longer than what it is written as. What is no
    /// reference, in content that was not checked, is taken as it stands.
    /// </summary>
    /// <returns>The length of the text.</returns>
    public static int Decode(ReadOnlySpan<byte> content, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var found = content.IndexOfAny((byte)'<', (byte)'&', (byte)'\r');
            var run = found < 0 ? content : content[..found];
            run.CopyTo(text[written..]);
            written += run.Length;
            if (found < 0)
            {
                return written;
            }

            content = content[found..];
            switch (content[0])
            {
                case (byte)'&':
                    var length = ReadReference(content, out var codePoint);
                    if (length <= 0)
                    {
                        text[written++] = (byte)'&';
                        content = content[1..];
                        break;
                    }

                    written += Encode(codePoint, text[written..]);
                    content = content[length..];
                    break;
                case (byte)'\r':
                    text[written++] = (byte)'\n';
                    content = content[(content.Length > 1 && content[1] == '\n' ? 2 : 1)..];
                    break;
                default:
                    content = SkipMarkup(content, text, ref written);
                    break;
            }
        }
    }

    /// <summary>Whether content holds what XML allows outside of the root: white space, comments and processing instructions.</summary>
    public static bool IsMisc(ReadOnlySpan<byte> content)
    {
        while (true)
        {
            content = content.TrimStart(" \t\r\n"u8);
            if (!content.StartsWith("<"u8) || content.StartsWith("<!["u8))
            {
                return content.IsEmpty;
            }

            content = SkipAside(content);
        }
    }

    private static ReadOnlySpan<byte> SkipMarkup(ReadOnlySpan<byte> content, Span<byte> text, scoped ref int written)
    {
        if (content.StartsWith(SectionStart))
        {
            var section = content[SectionStart.Length..];
            var length = section.IndexOf(SectionEnd);
            CopyLines(length < 0 ? section : section[..length], text, ref written);
            return length < 0 ? default : section[(length + 3)..];
        }

        return SkipAside(content);
    }

    private static ReadOnlySpan<byte> SkipAside(ReadOnlySpan<byte> content)
    {
        var isComment = content.StartsWith("<!--"u8);
        var closing = isComment ? "-->"u8 : "?>"u8;
        var opening = Math.Min(isComment ? 4 : 2, content.Length);
        var length = content[opening..].IndexOf(closing);
        return length < 0 ? default : content[(opening + length + closing.Length)..];
    }

    private static void CopyLines(ReadOnlySpan<byte> section, Span<byte> text, ref int written)
    {
        for (var position = 0; position < section.Length; position++)
        {
            var isReturn = section[position] == '\r';
            if (isReturn && position + 1 < section.Length && section[position + 1] == '\n')
            {
                continue;
            }

            text[written++] = isReturn ? (byte)'\n' : section[position];
        }
    }

    private static int Encode(int codePoint, Span<byte> text) =>
        Rune.IsValid(codePoint) ? new Rune(codePoint).EncodeToUtf8(text) : 0;

    /// <summary>Reads one of the references that nearly all are, at one glance; 0 where it is another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadKnownReference(ReadOnlySpan<byte> text, out int codePoint)
    {
        codePoint = 0;
        if (text.Length < 5)
        {
            return 0;
        }

        var name = BinaryPrimitives.ReadUInt32LittleEndian(text[1..]);
        if (name == AmpersandName)
        {
            codePoint = '&';
            return 5;
        }

        codePoint = (name & 0xFF_FFFF) switch
        {
            LessName => '<',
            GreaterName => '>',
            _ => 0,
        };
        return codePoint == 0 ? 0 : 4;
    }

    private static int Named(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("lt"u8) ? '<'
        : name.SequenceEqual("gt"u8) ? '>'
        : name.SequenceEqual("amp"u8) ? '&'
        : name.SequenceEqual("apos"u8) ? '\''
        : name.SequenceEqual("quot"u8) ? '"'
        : 0;
}
