using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Nearcall;

/// <summary>Transcodes text in one of the known encodings that is not UTF-8 already.</summary>
internal static class XmlTranscoder
{
    private const int ChunkLength = 1024;

    /// <summary>The characters of the octets 0x80 to 0x9F in windows-1252; NUL for the five that it does not have.</summary>
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>Gives the text in UTF-8, which <see cref="XmlRpcReader"/> checks; null if the octets are that already.</summary>
    /// <exception cref="XmlRpcFormatException">An octet is none of the encoding's (-32702).</exception>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlySpan<byte> octets, XmlEncodingKind kind)
    {
        switch (kind)
        {
            case XmlEncodingKind.Utf8:
                // What reads the text checks it.
                return null;
            case XmlEncodingKind.Ascii:
                var foreign = octets.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                return foreign < 0 ? null : throw Invalid(octets, foreign, kind);
            case XmlEncodingKind.Latin1 or XmlEncodingKind.Windows1252 when Ascii.IsValid(octets):
                return null;
            default:
                return Transcode(octets, kind);
        }
    }

    private static ReadOnlyMemory<byte> Transcode(ReadOnlySpan<byte> octets, XmlEncodingKind kind)
    {
        var output = new ArrayBufferWriter<byte>(octets.Length + ChunkLength);
        Span<char> chunk = stackalloc char[ChunkLength];
        var width = kind is XmlEncodingKind.Utf16LittleEndian or XmlEncodingKind.Utf16BigEndian ? 2 : 1;
        var position = 0;
        while (position < octets.Length)
        {
            var count = Math.Min(ChunkLength, (octets.Length - position) / width);
            var source = octets.Slice(position, count * width);
            var invalid = Decode(source, kind, chunk);
            if (invalid >= 0 || count == 0)
            {
                throw Invalid(octets, position + Math.Max(invalid, 0), kind);
            }

            // A pair may be cut by the end of the chunk: its first half is then read again.
            var isLast = position + source.Length == octets.Length;
            var status = Utf8.FromUtf16(
                chunk[..count], output.GetSpan(count * 3), out var read, out var written, replaceInvalidSequences: false, isLast);
            output.Advance(written);
            position += read * width;
            if (status == OperationStatus.InvalidData || read == 0)
            {
                throw Invalid(octets, position, kind);
            }
        }

        return output.WrittenMemory;
    }

    /// <summary>Decodes octets to UTF-16; returns the index of the first that the encoding does not have, or -1.</summary>
    private static int Decode(ReadOnlySpan<byte> source, XmlEncodingKind kind, Span<char> chunk)
    {
        switch (kind)
        {
            case XmlEncodingKind.Utf16LittleEndian or XmlEncodingKind.Utf16BigEndian:
                var units = MemoryMarshal.Cast<char, byte>(chunk);
                source.CopyTo(units);
                if (kind == XmlEncodingKind.Utf16LittleEndian != BitConverter.IsLittleEndian)
                {
                    var words = MemoryMarshal.Cast<char, ushort>(chunk)[..(source.Length / 2)];
                    BinaryPrimitives.ReverseEndianness(words, words);
                }

                return -1;
            case XmlEncodingKind.Windows1252:
                for (var i = 0; i < source.Length; i++)
                {
                    var octet = source[i];
                    chunk[i] = octet is >= 0x80 and <= 0x9F ? Windows1252[octet - 0x80] : (char)octet;
                    if (chunk[i] == 0 && octet != 0)
                    {
                        return i;
                    }
                }

                return -1;
            default:
                Encoding.Latin1.GetChars(source, chunk);
                return -1;
        }
    }

    private static XmlRpcFormatException Invalid(ReadOnlySpan<byte> octets, int offset, XmlEncodingKind kind) =>
        XmlRpcFormatError.Create(
            $"The octet 0x{octets[offset]:X2} does not belong to a character in {XmlEncodingName.Show(kind)}.",
            path: "",
            offset,
            rule: "R54",
            @switch: null,
            XmlRpcFaultCodes.InvalidCharacter,
            transcoded: null);
}
