using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Nearcall;

/// <summary>Decodes base64 as it should be, and brings what peers write instead into that form.</summary>
internal static class XmlRpcBase64Text
{
    /// <summary>How much is decoded at a time where white space was taken out; a multiple of four.</summary>
    private const int PieceLength = 4096;

    /// <summary>Decodes base64 of the specification's alphabet, padded, with white space anywhere.</summary>
    /// <returns>The octets, in an array of their own; null where the text is anything else.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> text) => (IsOneLine(text) ? DecodeLine(text) : null) ?? DecodeLines(text);

    /// <summary>Leaves out white space, maps the alphabet for URLs and adds missing padding.</summary>
    /// <param name="octets">The text.</param>
    /// <param name="text">A place three octets longer than the text.</param>
    /// <param name="length">The length of what was written there.</param>
    /// <returns>What was mended.</returns>
    public static XmlRpcBase64Departures Normalize(ReadOnlySpan<byte> octets, Span<byte> text, out int length)
    {
        var departures = XmlRpcBase64Departures.None;
        length = 0;
        foreach (var octet in octets)
        {
            if (XmlCharacters.IsBlank(octet))
            {
                continue;
            }

            var isUrl = octet is (byte)'-' or (byte)'_';
            departures |= isUrl ? XmlRpcBase64Departures.UrlAlphabet : XmlRpcBase64Departures.None;
            text[length++] = octet switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => octet };
        }

        var data = text[..length].TrimEnd((byte)'=').Length;
        var padded = (data + 3) / 4 * 4;
        if (length < padded && data % 4 != 1)
        {
            text[length..padded].Fill((byte)'=');
            length = padded;
            departures |= XmlRpcBase64Departures.MissingPadding;
        }

        return departures;
    }

    /// <summary>Whether the text looks like one run of the alphabet; a line is seldom longer than this.</summary>
    private static bool IsOneLine(ReadOnlySpan<byte> text) =>
        text.Length % 4 == 0 && !text[..Math.Min(text.Length, 128)].ContainsAnyInRange((byte)0, (byte)' ');

    private static byte[]? DecodeLine(ReadOnlySpan<byte> text)
    {
        var octets = NewArray(text.Length, text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0);
        return Base64.DecodeFromUtf8(text, octets, out _, out var written) == OperationStatus.Done && written == octets.Length ? octets : null;
    }

    /// <summary>
    /// Takes the white space out piece by piece and decodes the pieces. The framework skips white space as well, but falls back to
    /// one octet at a time there: with lines of 76 this takes half as long.
    /// </summary>
    private static byte[]? DecodeLines(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        var length = text.Length - CountBlanks(text);
        if (length % 4 != 0)
        {
            return null;
        }

        var padding = 0;
        for (var end = text; padding < 2 && end.EndsWith("="u8); end = end[..^1].TrimEnd(" \t\r\n"u8))
        {
            padding++;
        }

        var octets = NewArray(length, padding);
        var written = 0;
        Span<byte> piece = stackalloc byte[PieceLength];
        var filled = 0;
        while (!text.IsEmpty)
        {
            var line = text.IndexOfAnyInRange((byte)0, (byte)' ');
            line = Math.Min(line < 0 ? text.Length : line, PieceLength - filled);
            text[..line].CopyTo(piece[filled..]);
            filled += line;
            text = text[line..];
            if (filled == PieceLength)
            {
                if (!Append(piece, octets, ref written, isLast: text.IsEmpty))
                {
                    return null;
                }

                filled = 0;
            }

            while (!text.IsEmpty && XmlCharacters.IsBlank(text[0]))
            {
                text = text[1..];
            }

            if (!text.IsEmpty && text[0] < ' ')
            {
                // A control character, which some dialect let through.
                return null;
            }
        }

        return Append(piece[..filled], octets, ref written, isLast: true) && written == octets.Length ? octets : null;
    }

    private static bool Append(ReadOnlySpan<byte> piece, byte[] octets, ref int written, bool isLast)
    {
        var status = Base64.DecodeFromUtf8(piece, octets.AsSpan(written), out _, out var more, isLast);
        written += more;
        return status == OperationStatus.Done;
    }

    private static int CountBlanks(ReadOnlySpan<byte> text)
    {
        var count = 0;
        var position = 0;
        for (; text.Length - position >= Vector256<byte>.Count; position += Vector256<byte>.Count)
        {
            var block = Vector256.Create(text.Slice(position, Vector256<byte>.Count));
            count += BitOperations.PopCount(Vector256.LessThanOrEqual(block, Vector256.Create((byte)' ')).ExtractMostSignificantBits());
        }

        foreach (var octet in text[position..])
        {
            count += octet <= ' ' ? 1 : 0;
        }

        return count;
    }

    /// <summary>The array for so much text. Every octet of it is written, or it is not given to anyone: to clear it took a third of the time.</summary>
    private static byte[] NewArray(int textLength, int padding) =>
        GC.AllocateUninitializedArray<byte>(Math.Max((textLength / 4 * 3) - padding, 0));
}
