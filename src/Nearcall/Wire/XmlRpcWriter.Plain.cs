using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Nearcall;

/// <summary>
/// Text that needs nothing but copying, which is nearly all: ASCII without markup. It is looked at and copied in one pass, where the
/// framework's methods would take two or three.
/// </summary>
/// <remarks>
/// What a loop calls is inlined in any case: in a program that has written short texts only, the compiler holds the loops for cold.
/// </remarks>
public ref partial struct XmlRpcWriter
{
    /// <summary>Copies up to the first character that needs care, or until the room is used up.</summary>
    /// <returns>How many were copied.</returns>
    private int CopyPlain(scoped ReadOnlySpan<char> text)
    {
        var room = _window[_position..];
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var position = 0;
        while (units.Length - position >= Vector256<byte>.Count && room.Length - position >= Vector256<byte>.Count)
        {
            var lower = Vector256.Create(units.Slice(position, Vector256<ushort>.Count));
            var upper = Vector256.Create(units.Slice(position + Vector256<ushort>.Count, Vector256<ushort>.Count));
            if (((lower | upper) & Vector256.Create((ushort)0xFF80)) != Vector256<ushort>.Zero)
            {
                break;
            }

            var block = Vector256.Narrow(lower, upper);
            block.CopyTo(room.Slice(position, Vector256<byte>.Count));
            var special = Special(block);
            if (special != Vector256<byte>.Zero)
            {
                return Copied(position + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits()));
            }

            position += Vector256<byte>.Count;
        }

        while (units.Length - position >= Vector128<ushort>.Count && room.Length - position >= Vector128<byte>.Count)
        {
            var eight = Vector128.Create(units.Slice(position, Vector128<ushort>.Count));
            if ((eight & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            {
                break;
            }

            var block = Vector128.Narrow(eight, eight);
            block.CopyTo(room.Slice(position, Vector128<byte>.Count));
            var special = Special(block);
            if (special != Vector128<byte>.Zero)
            {
                // Either half tells.
                return Copied(position + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits()));
            }

            position += Vector128<ushort>.Count;
        }

        for (; position < text.Length && position < room.Length && IsPlain(text[position]); position++)
        {
            room[position] = (byte)text[position];
        }

        return Copied(position);
    }

    /// <inheritdoc cref="CopyPlain(ReadOnlySpan{char})"/>
    private int CopyPlain(scoped ReadOnlySpan<byte> utf8)
    {
        var room = _window[_position..];
        var position = 0;
        while (utf8.Length - position >= Vector256<byte>.Count && room.Length - position >= Vector256<byte>.Count)
        {
            var block = Vector256.Create(utf8.Slice(position, Vector256<byte>.Count));
            block.CopyTo(room.Slice(position, Vector256<byte>.Count));
            var special = Special(block);
            if (special != Vector256<byte>.Zero)
            {
                return Copied(position + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits()));
            }

            position += Vector256<byte>.Count;
        }

        for (; position < utf8.Length && position < room.Length && IsPlain(utf8[position]); position++)
        {
            room[position] = utf8[position];
        }

        return Copied(position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Copied(int count)
    {
        _position += count;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(int character) =>
        character is (>= ' ' and < 0x80 and not ('&' or '<' or '>')) or '\t' or '\n';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Special(Vector256<byte> block) =>
        // Below a space are, as signed numbers, the controls and all that is not ASCII.
        (Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            & ~(Vector256.Equals(block, Vector256.Create((byte)'\n')) | Vector256.Equals(block, Vector256.Create((byte)'\t'))))
        | Vector256.Equals(block, Vector256.Create((byte)'&'))
        | Vector256.Equals(block, Vector256.Create((byte)'<'))
        | Vector256.Equals(block, Vector256.Create((byte)'>'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Special(Vector128<byte> block) =>
        (Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            & ~(Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'\t'))))
        | Vector128.Equals(block, Vector128.Create((byte)'&'))
        | Vector128.Equals(block, Vector128.Create((byte)'<'))
        | Vector128.Equals(block, Vector128.Create((byte)'>'));
}
