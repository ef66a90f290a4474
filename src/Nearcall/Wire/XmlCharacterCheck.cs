using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Nearcall;

/// <summary>
/// Says in one pass whether octets are UTF-8 and, if asked, characters that XML allows. Where something is wrong,
/// <see cref="XmlCharacters"/> looks again for what and where: that is rare, and may be slow.
/// </summary>
/// <remarks>
/// Four passes of the framework's methods took a third of the time that a long text does. What is not ASCII is checked by the method of
/// John Keiser and Daniel Lemire, "Validating UTF-8 in less than one instruction per byte": three look-ups by halves of octets, whose
/// bits name what two octets in a row can have wrong. What the loops call is inlined in any case: where short texts came first, the
/// compiler holds the loops for cold.
/// </remarks>
internal static class XmlCharacterCheck
{
    private const int ChunkLength = 64;

    /// <summary>What of the text before a chunk can belong to a character in it.</summary>
    private const int LongestStart = 3;

    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte OverlongThree = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte OverlongTwo = 1 << 5;
    private const byte TooLargeOrOverlongFour = 1 << 6;
    private const byte TwoContinuations = 1 << 7;
    private const byte Either = TooShort | TooLong | TwoContinuations;
    private const byte FromFive = Either | TooLarge | TooLargeOrOverlongFour;

    /// <summary>Whether all is well.</summary>
    /// <param name="text">The octets, from the start of a character.</param>
    /// <param name="allowForbidden">Whether any character will do, those that XML forbids included.</param>
    public static bool IsAllowed(ReadOnlySpan<byte> text, bool allowForbidden)
    {
        var position = 0;
        var isOpen = false;
        for (; text.Length - position >= ChunkLength; position += ChunkLength)
        {
            if (IsUsualChunk(text.Slice(position, ChunkLength)) && !isOpen)
            {
                continue;
            }

            if (position == 0
                ? !IsAllowedEdge(text[..ChunkLength], default, allowForbidden)
                : !IsAllowedChunk(text.Slice(position - LongestStart, LongestStart + ChunkLength), allowForbidden))
            {
                return false;
            }

            isOpen = IsOpen(text.Slice(position + ChunkLength - LongestStart, LongestStart));
        }

        if (position == text.Length)
        {
            return !isOpen;
        }

        // The end of the text is seldom a full chunk; the chunk that ends with it is looked at in part twice.
        return (position > 0 && !isOpen && IsUsualChunk(text[^ChunkLength..]))
            || IsAllowedEdge(text[position..], text[Math.Max(position - LongestStart, 0)..position], allowForbidden);
    }

    /// <summary>Whether a chunk is ASCII without controls other than white space, as nearly all are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsUsualChunk(ReadOnlySpan<byte> chunk)
    {
        var first = Vector256.Create(chunk[..Vector256<byte>.Count]);
        var second = Vector256.Create(chunk.Slice(Vector256<byte>.Count, Vector256<byte>.Count));

        // Below a space are, as signed numbers, the controls and all that is not ASCII.
        var least = Vector256.Min(first.AsSByte(), second.AsSByte());
        return Vector256.GreaterThanOrEqualAll(least, Vector256.Create((sbyte)' '))
            || (Vector256.GreaterThanOrEqualAll(least, Vector256<sbyte>.Zero) && IsTextOrBlank(first) && IsTextOrBlank(second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsTextOrBlank(Vector256<byte> ascii)
    {
        var blank = Vector256.Equals(ascii, Vector256.Create((byte)'\t'))
            | Vector256.Equals(ascii, Vector256.Create((byte)'\n'))
            | Vector256.Equals(ascii, Vector256.Create((byte)'\r'));
        return (blank | Vector256.GreaterThanOrEqual(ascii, Vector256.Create((byte)' '))) == Vector256<byte>.AllBitsSet;
    }

    /// <summary>Checks a chunk that is not full or has nothing before it. Spaces take the place of what is missing.</summary>
    private static bool IsAllowedEdge(ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> before, bool allowForbidden)
    {
        Span<byte> window = stackalloc byte[LongestStart + ChunkLength];
        window.Fill((byte)' ');
        before.CopyTo(window[(LongestStart - before.Length)..]);
        chunk.CopyTo(window[LongestStart..]);
        return IsAllowedChunk(window, allowForbidden);
    }

    /// <summary>Checks a chunk, by its octets and the three before it.</summary>
    private static bool IsAllowedChunk(ReadOnlySpan<byte> window, bool allowForbidden)
    {
        var wrong = Vector128<byte>.Zero;
        for (var start = 0; start < ChunkLength; start += Vector128<byte>.Count)
        {
            var octets = Vector128.Create(window.Slice(start + 3, Vector128<byte>.Count));
            var before1 = Vector128.Create(window.Slice(start + 2, Vector128<byte>.Count));
            var before2 = Vector128.Create(window.Slice(start + 1, Vector128<byte>.Count));
            var before3 = Vector128.Create(window.Slice(start, Vector128<byte>.Count));
            wrong |= Malformed(octets, before1, before2, before3);
            if (!allowForbidden)
            {
                wrong |= Forbidden(octets, before1, before2);
            }
        }

        return wrong == Vector128<byte>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Malformed(
        Vector128<byte> octets, Vector128<byte> before1, Vector128<byte> before2, Vector128<byte> before3)
    {
        var byHighHalf = Vector128.Create(
            TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
            TwoContinuations, TwoContinuations, TwoContinuations, TwoContinuations,
            TooShort | OverlongTwo, TooShort, TooShort | OverlongThree | Surrogate, TooShort | TooLarge | TooLargeOrOverlongFour);
        var byLowHalf = Vector128.Create(
            Either | OverlongTwo | OverlongThree | TooLargeOrOverlongFour, Either | OverlongTwo, Either, Either,
            Either | TooLarge, FromFive, FromFive, FromFive, FromFive, FromFive, FromFive, FromFive,
            FromFive, FromFive | Surrogate, FromFive, FromFive);
        var byNextHighHalf = Vector128.Create(
            TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
            TooLong | OverlongTwo | TwoContinuations | OverlongThree | TooLargeOrOverlongFour,
            TooLong | OverlongTwo | TwoContinuations | OverlongThree | TooLarge,
            TooLong | OverlongTwo | TwoContinuations | Surrogate | TooLarge,
            TooLong | OverlongTwo | TwoContinuations | Surrogate | TooLarge,
            TooShort, TooShort, TooShort, TooShort);
        var twoOctets = Vector128.ShuffleNative(byHighHalf, before1 >>> 4)
            & Vector128.ShuffleNative(byLowHalf, before1 & Vector128.Create((byte)0x0F))
            & Vector128.ShuffleNative(byNextHighHalf, octets >>> 4);

        // The third octet of three and the third and fourth of four follow a continuation, which the tables take for wrong.
        var isLater = Vector128.SubtractSaturate(before2, Vector128.Create((byte)(0xE0 - 0x80)))
            | Vector128.SubtractSaturate(before3, Vector128.Create((byte)(0xF0 - 0x80)));
        return twoOctets ^ (isLater & Vector128.Create((byte)0x80));
    }

    /// <summary>Controls other than tab, line feed and return; and U+FFFE and U+FFFF, which are EF BF BE and EF BF BF.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Forbidden(Vector128<byte> octets, Vector128<byte> before1, Vector128<byte> before2)
    {
        var blank = Vector128.Equals(octets, Vector128.Create((byte)'\t'))
            | Vector128.Equals(octets, Vector128.Create((byte)'\n'))
            | Vector128.Equals(octets, Vector128.Create((byte)'\r'));
        var control = Vector128.AndNot(Vector128.LessThan(octets, Vector128.Create((byte)' ')), blank);
        return control
            | (Vector128.GreaterThanOrEqual(octets, Vector128.Create((byte)0xBE))
                & Vector128.Equals(before1, Vector128.Create((byte)0xBF))
                & Vector128.Equals(before2, Vector128.Create((byte)0xEF)));
    }

    /// <summary>Whether the last three octets of a text begin a character without finishing it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOpen(ReadOnlySpan<byte> end) => end[2] >= 0xC0 || end[1] >= 0xE0 || end[0] >= 0xF0;
}
