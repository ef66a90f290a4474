using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Nearcall;

/// <summary>
/// Strings of content, in one pass into the string itself. To go through octets first took four times as long as the framework
/// takes for the same text without a reference; now it is less than twice.
/// </summary>
internal static partial class XmlText
{
    /// <summary>The length of the longest reference that nearly all are.</summary>
    private const int LongestKnown = 5;

    /// <summary>Makes a string of content that was checked.</summary>
    /// <param name="content">The content.</param>
    /// <param name="surplus">See <see cref="XmlContent.Surplus"/>.</param>
    public static string Decode(ReadOnlySpan<byte> content, int surplus)
    {
        var length = Utf16Length(content) - surplus;
        return length == 0 ? "" : string.Create(length, content, DecodeInto);
    }

    /// <summary>Adds the text of content that was checked to the end of a buffer.</summary>
    public static void Decode(ReadOnlySpan<byte> content, int surplus, IBufferWriter<char> destination)
    {
        var length = Utf16Length(content) - surplus;
        DecodeInto(destination.GetSpan(length)[..length], content);
        destination.Advance(length);
    }

    /// <summary>By how much a comment, a processing instruction or a CDATA section, as UTF-16, is longer than its text.</summary>
    public static int SurplusOfAside(ReadOnlySpan<byte> aside)
    {
        if (!aside.StartsWith(SectionStart))
        {
            return Utf16Length(aside);
        }

        var surplus = SectionStart.Length + SectionEnd.Length;
        for (var found = aside.IndexOf("\r\n"u8); found >= 0; found = aside.IndexOf("\r\n"u8))
        {
            aside = aside[(found + 2)..];
            surplus++;
        }

        return surplus;
    }

    /// <summary>
    /// Finds the next octet that content may have to be stopped at, other than the references that nearly all are; -1 where there is none.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="surplus">Grows by what the references passed are longer than the characters they stand for.</param>
    /// <remarks>
    /// The references are counted, all of a block at once. Where they stand cannot be foretold, and a branch for each, guessed wrong, took
    /// longer than to look at the text.
    /// </remarks>
    public static int IndexOfMark(ReadOnlySpan<byte> content, ref int surplus)
    {
        var position = 0;
        for (; content.Length - position >= Vector256<byte>.Count + LongestKnown; position += Vector256<byte>.Count)
        {
            var block = Vector256.Create(content.Slice(position, Vector256<byte>.Count));
            var second = Vector256.Create(content.Slice(position + 1, Vector256<byte>.Count));
            var third = Vector256.Create(content.Slice(position + 2, Vector256<byte>.Count));
            var fourth = Vector256.Create(content.Slice(position + 3, Vector256<byte>.Count));
            var fifth = Vector256.Create(content.Slice(position + 4, Vector256<byte>.Count));
            var reference = Vector256.Equals(block, Vector256.Create((byte)'&'));
            var ampersand = reference
                & Vector256.Equals(second, Vector256.Create((byte)'a'))
                & Vector256.Equals(third, Vector256.Create((byte)'m'))
                & Vector256.Equals(fourth, Vector256.Create((byte)'p'))
                & Vector256.Equals(fifth, Vector256.Create((byte)';'));
            var angle = reference
                & (Vector256.Equals(second, Vector256.Create((byte)'l')) | Vector256.Equals(second, Vector256.Create((byte)'g')))
                & Vector256.Equals(third, Vector256.Create((byte)'t'))
                & Vector256.Equals(fourth, Vector256.Create((byte)';'));
            var marks = Vector256.AndNot(
                Marks(block) | Vector256.Equals(block, Vector256.Create((byte)'>')), ampersand | angle).ExtractMostSignificantBits();
            var before = marks == 0 ? Vector256<byte>.Count : BitOperations.TrailingZeroCount(marks);
            var passed = (1UL << before) - 1;
            surplus += BitOperations.PopCount(ampersand.ExtractMostSignificantBits() & passed) * 4;
            surplus += BitOperations.PopCount(angle.ExtractMostSignificantBits() & passed) * 3;
            if (marks != 0)
            {
                return position + before;
            }
        }

        var found = content[position..].IndexOfAny("<&>\r"u8);
        return found < 0 ? -1 : position + found;
    }

    /// <summary>The length as UTF-16 of text that is known to be UTF-8.</summary>
    private static int Utf16Length(ReadOnlySpan<byte> text)
    {
        // Continuations are no unit of their own; what begins four octets is two.
        var length = text.Length;
        var position = 0;
        for (; text.Length - position >= Vector256<byte>.Count; position += Vector256<byte>.Count)
        {
            var block = Vector256.Create(text.Slice(position, Vector256<byte>.Count));
            if (block.ExtractMostSignificantBits() != 0)
            {
                length -= BitOperations.PopCount(
                    Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)-0x40)).ExtractMostSignificantBits());
                length += BitOperations.PopCount(
                    Vector256.GreaterThanOrEqual(block, Vector256.Create((byte)0xF0)).ExtractMostSignificantBits());
            }
        }

        foreach (var octet in text[position..])
        {
            length += octet >= 0xF0 ? 1 : octet is >= 0x80 and < 0xC0 ? -1 : 0;
        }

        return length;
    }

    /// <summary>Makes text of content in a place that is just as long.</summary>
    private static void DecodeInto(Span<char> text, ReadOnlySpan<byte> content)
    {
        while (true)
        {
            MoveAscii(ref content, ref text);
            if (content.IsEmpty)
            {
                return;
            }

            switch (content[0])
            {
                case (byte)'&':
                    var length = ReadReference(content, out var codePoint);
                    content = content[length..];
                    text = text[Put(codePoint, text)..];
                    break;
                case (byte)'\r':
                    text[0] = '\n';
                    text = text[1..];
                    content = content[(content.Length > 1 && content[1] == '\n' ? 2 : 1)..];
                    break;
                case (byte)'<' when content.StartsWith(SectionStart):
                    var section = content[SectionStart.Length..];
                    section = section[..section.IndexOf(SectionEnd)];
                    content = content[(SectionStart.Length + section.Length + SectionEnd.Length)..];
                    text = text[PutLines(section, text)..];
                    break;
                case (byte)'<':
                    content = SkipAside(content);
                    break;
                default:
                    var found = content.IndexOfAny((byte)'<', (byte)'&', (byte)'\r');
                    var run = found < 0 ? content : content[..found];
                    content = content[run.Length..];
                    text = text[PutRun(run, text)..];
                    break;
            }
        }
    }

    /// <summary>
    /// Moves ASCII, and the references that nearly all are, up to the first octet that has to be looked at. To leave the loop for each
    /// reference cost more than the reference.
    /// </summary>
    private static void MoveAscii(ref ReadOnlySpan<byte> content, ref Span<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var read = 0;
        var written = 0;
        while (content.Length - read >= Vector256<byte>.Count && units.Length - written >= Vector256<byte>.Count)
        {
            var block = Vector256.Create(content.Slice(read, Vector256<byte>.Count));
            var (lower, upper) = Vector256.Widen(block);
            var room = units.Slice(written, Vector256<byte>.Count);
            lower.CopyTo(room);
            upper.CopyTo(room[Vector256<ushort>.Count..]);
            var marks = (Marks(block) | block).ExtractMostSignificantBits();
            if (marks == 0)
            {
                read += Vector256<byte>.Count;
                written += Vector256<byte>.Count;
                continue;
            }

            var run = BitOperations.TrailingZeroCount(marks);
            read += run;
            written += run;
            var codePoint = 0;
            var length = content[read] == '&' ? ReadKnownReference(content[read..], out codePoint) : 0;
            if (length == 0)
            {
                break;
            }

            read += length;
            units[written++] = (ushort)codePoint;
        }

        for (; read < content.Length && content[read] is not ((byte)'<' or (byte)'&' or (byte)'\r' or >= 0x80); read++)
        {
            text[written++] = (char)content[read];
        }

        content = content[read..];
        text = text[written..];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Marks(Vector256<byte> block) =>
        Vector256.Equals(block, Vector256.Create((byte)'<'))
        | Vector256.Equals(block, Vector256.Create((byte)'&'))
        | Vector256.Equals(block, Vector256.Create((byte)'\r'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Put(int codePoint, Span<char> text)
    {
        if (codePoint <= char.MaxValue)
        {
            text[0] = (char)codePoint;
            return 1;
        }

        return new Rune(codePoint).EncodeToUtf16(text);
    }

    private static int PutRun(ReadOnlySpan<byte> run, Span<char> text)
    {
        Utf8.ToUtf16(run, text, out _, out var written);
        return written;
    }

    private static int PutLines(ReadOnlySpan<byte> section, Span<char> text)
    {
        var written = 0;
        while (true)
        {
            var found = section.IndexOf((byte)'\r');
            written += PutRun(found < 0 ? section : section[..found], text[written..]);
            if (found < 0)
            {
                return written;
            }

            text[written++] = '\n';
            section = section[(found + (found + 1 < section.Length && section[found + 1] == '\n' ? 2 : 1))..];
        }
    }
}
