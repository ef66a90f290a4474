using System.Buffers.Binary;
using System.Text;

namespace Nearcall;

/// <summary>
/// The names of members that a message brought before, so that the structs of a list share theirs. It keeps a fixed number and
/// lives as long as its reader.
/// </summary>
internal sealed class MemberNames
{
    /// <summary>How many members a struct may have before a mark says too little of whether its name is new.</summary>
    public const int GreatestMarked = 32;

    private const int GreatestExpectedCount = 16;
    private const int Slots = 128;

    private readonly string?[] _names = new string[Slots];
    private int _expectedCount = 4;

    /// <summary>How many members the next struct is made for: as many as the last had, within bounds.</summary>
    public int ExpectedCount
    {
        get => _expectedCount;
        set => _expectedCount = Math.Min(value, GreatestExpectedCount);
    }

    /// <summary>One bit of 64 for a name: names with different bits differ.</summary>
    public static ulong Mark(ReadOnlySpan<byte> utf8) => 1UL << (int)(Hash(utf8) >> 58);

    /// <summary>Gives a name as a string, the one that was given before if it is still kept.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        var slot = (int)(Hash(utf8) >> 57);
        ref var first = ref _names[slot];
        if (Equals(first, utf8))
        {
            return first!;
        }

        ref var second = ref _names[slot ^ 1];
        if (!Equals(second, utf8))
        {
            second = Encoding.UTF8.GetString(utf8);
        }

        (first, second) = (second, first);
        return first!;
    }

    private static bool Equals(string? name, ReadOnlySpan<byte> utf8) =>
        name is not null && name.Length == utf8.Length && Ascii.Equals(utf8, name);

    private static ulong Hash(ReadOnlySpan<byte> utf8)
    {
        var octets = utf8.Length >= sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64LittleEndian(utf8) ^ ulong.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(utf8[^8..]), 13)
            : utf8.Length >= sizeof(uint)
                ? BinaryPrimitives.ReadUInt32LittleEndian(utf8) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8[^4..]) << 32)
                : utf8.IsEmpty ? 0 : utf8[0] | ((ulong)utf8[utf8.Length / 2] << 8) | ((ulong)utf8[^1] << 16);
        return unchecked((octets + (ulong)utf8.Length) * 0x9E3779B97F4A7C15);
    }
}
