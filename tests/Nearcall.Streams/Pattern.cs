using System.Buffers;

namespace Nearcall.Streams;

/// <summary>Octets that anybody can tell from their place: what is lost, doubled or moved shows.</summary>
internal static class Pattern
{
    private static readonly byte[] Octets = Make();

    /// <summary>Gives the octets from a place on, as many as come in one piece.</summary>
    public static ReadOnlySpan<byte> From(long place) => Octets.AsSpan((int)(place % Octets.Length));

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The number of octets; -1 if they are others.</returns>
    public static async Task<long> CountAsync(Stream octets, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var total = 0L;
            var isRight = true;
            while (await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                isRight &= Matches(buffer.AsSpan(0, count), total);
                total += count;
            }

            return isRight ? total : -1;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool Matches(ReadOnlySpan<byte> octets, long place)
    {
        while (!octets.IsEmpty)
        {
            var expected = From(place);
            var length = Math.Min(expected.Length, octets.Length);
            if (!octets[..length].SequenceEqual(expected[..length]))
            {
                return false;
            }

            octets = octets[length..];
            place += length;
        }

        return true;
    }

    private static byte[] Make()
    {
        // A prime, so that no buffer's size repeats with it.
        var octets = new byte[65_521];
        new Random(17).NextBytes(octets);
        return octets;
    }
}
