using System.Buffers.Binary;

namespace Nearcall;

/// <summary>Writes the digits of dates and fractions, whose number is known beforehand, two at a time.</summary>
internal static class XmlRpcNumerals
{
    /// <summary>Writes as many digits as the place has, zeros in front if need be.</summary>
    public static void Fill(uint value, Span<byte> destination)
    {
        var end = destination.Length;
        while (end >= 2)
        {
            end -= 2;
            (value, var pair) = Math.DivRem(value, 100);

            // A tenth of what is below a hundred; digits in the order of the text.
            var ten = (pair * 103) >> 10;
            BinaryPrimitives.WriteUInt16LittleEndian(destination[end..], (ushort)(0x3030 + ten + ((pair - (ten * 10)) << 8)));
        }

        if (end == 1)
        {
            destination[0] = (byte)('0' + value);
        }
    }
}
