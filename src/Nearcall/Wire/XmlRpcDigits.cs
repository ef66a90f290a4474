using System.Buffers.Binary;
using System.Numerics;

namespace Nearcall;

/// <summary>Runs of digits, read eight at a time and without a branch for each.</summary>
internal static class XmlRpcDigits
{
    /// <summary>Any number of so many digits fits 63 bits.</summary>
    public const int GreatestCount = 18;

    private static readonly uint[] Powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Reads the digits at the start of the text.</summary>
    /// <param name="text">The text, with what follows the digits.</param>
    /// <param name="number">The number, if there are at most <see cref="GreatestCount"/> digits.</param>
    /// <returns>How many digits there are; 0 where there are more, or the text ends with them.</returns>
    public static int Read(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        var count = 0;
        while (text.Length >= sizeof(ulong) && count <= GreatestCount - sizeof(ulong))
        {
            var digits = ReadEight(BinaryPrimitives.ReadUInt64LittleEndian(text), out var part);
            number = (number * Powers[digits]) + part;
            count += digits;
            if (digits < sizeof(ulong))
            {
                return count;
            }

            text = text[sizeof(ulong)..];
        }

        return ReadSingly(text, count, ref number);
    }

    private static int ReadSingly(ReadOnlySpan<byte> text, int count, ref long number)
    {
        foreach (var octet in text)
        {
            if (!char.IsAsciiDigit((char)octet))
            {
                return count;
            }

            if (++count > GreatestCount)
            {
                return 0;
            }

            number = (number * 10) + (octet - '0');
        }

        return 0;
    }

    /// <summary>Reads the digits at the start of eight octets, the first in the lowest.</summary>
    public static int ReadEight(ulong octets, out uint number)
    {
        unchecked
        {
            // An octet that is no digit has its highest bit set in one of the terms; what lies above the first such does not matter.
            var values = octets ^ 0x3030303030303030;
            var others = (values | (values + 0x7676767676767676)) & 0x8080808080808080;
            var digits = BitOperations.TrailingZeroCount(others) >> 3;

            // The digits move up to the end, with zeros before them, and are added up in pairs, fours and eights.
            var sum = digits == 0 ? 0 : values << (64 - (8 * digits));
            sum = (sum * 10) + (sum >> 8);
            sum = (((sum & 0x000000FF000000FF) * 0x000F424000000064) + (((sum >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
            number = (uint)sum;
            return digits;
        }
    }
}
