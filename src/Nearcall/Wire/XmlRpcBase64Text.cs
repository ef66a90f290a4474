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
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        var octets = IsOneLine(text) ? NewArray(LengthOfLine(text)) : null;
        if (octets is not null && TryDecodeLine(text, octets))
        {
            return octets;
        }

        var length = LengthOfLines(text);
        octets = length < 0 ? null : NewArray(length);
        return octets is not null && TryDecodeLines(text, octets) ? octets : null;
    }

    /// <summary>Decodes the same to the end of a buffer.</summary>
    /// <returns>Whether the text was that; if not, nothing was added.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> text, IBufferWriter<byte> destination)
    {
        var length = LengthOfLine(text);
        if (!IsOneLine(text) || !TryDecodeLine(text, destination.GetSpan(length)[..length]))
        {
            length = LengthOfLines(text);
            if (length < 0 || !TryDecodeLines(text, destination.GetSpan(length)[..length]))
            {
                return false;
            }
        }

        destination.Advance(length);
        return true;
    }

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

    private static int LengthOfLine(ReadOnlySpan<byte> text) =>
        DecodedLength(text.Length, text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0);

    private static bool TryDecodeLine(ReadOnlySpan<byte> text, Span<byte> octets) =>
        Base64.DecodeFromUtf8(text, octets, out _, out var written) == OperationStatus.Done && written == octets.Length;

    /// <summary>The length of what the text decodes to; -1 where it is no base64.</summary>
    private static int LengthOfLines(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        var length = text.Length - CountBlanks(text);
        if (length % 4 != 0)
        {
            return -1;
        }

        var padding = 0;
        for (var end = text; padding < 2 && end.EndsWith("="u8); end = end[..^1].TrimEnd(" \t\r\n"u8))
        {
            padding++;
        }

        return DecodedLength(length, padding);
    }

    /// <summary>
    /// Takes the white space out piece by piece and decodes the pieces. The framework skips white space as well, but falls back to
    /// one octet at a time there: with lines of 76 this takes half as long.
    /// </summary>
    private static bool TryDecodeLines(ReadOnlySpan<byte> text, Span<byte> octets)
    {
        text = text.Trim(" \t\r\n"u8);
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
                    return false;
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
                return false;
            }
        }

        return Append(piece[..filled], octets, ref written, isLast: true) && written == octets.Length;
    }

    private static bool Append(ReadOnlySpan<byte> piece, Span<byte> octets, ref int written, bool isLast)
    {
        var status = Base64.DecodeFromUtf8(piece, octets[written..], out _, out var more, isLast);
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

    private static int DecodedLength(int textLength, int padding) => Math.Max((textLength / 4 * 3) - padding, 0);

    /// <summary>An array of which every octet is written, or which is not given to anyone: to clear it took a third of the time.</summary>
    private static byte[] NewArray(int length) => GC.AllocateUninitializedArray<byte>(length);
}
