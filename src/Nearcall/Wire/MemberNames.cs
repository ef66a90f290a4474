using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Nearcall;

/// <summary>
/// The names of members that a message brought before, so that the structs of a list share theirs. It keeps a fixed number and
/// lives as long as its reader.
/// </summary>
internal sealed class MemberNames
{
    /// <summary>The mark of a name that may be any.</summary>
    public const ulong AnyMark = ulong.MaxValue;

    private const int Slots = 128;
    private const int GuessedCount = 16;
    private const int GreatestStructs = 8;

    private readonly string?[] _names = new string[Slots];
    private readonly Seen[] _inOrder = new Seen[GuessedCount];
    private readonly StructNames?[] _structs = new StructNames[GreatestStructs];

    /// <summary>Gives the names of the last struct that began with this one, if they are kept.</summary>
    public StructNames? AllAfter(string first)
    {
        var names = _structs[SlotOfStruct(first)];
        return names is not null && ReferenceEquals(names[0], first) ? names : null;
    }

    /// <summary>Keeps the names of a struct, one at least, for <see cref="AllAfter"/>.</summary>
    public void Keep(StructNames names) => _structs[SlotOfStruct(names[0])] = names;

    /// <summary>Gives the name that a member in this place of a struct had last, if one is kept.</summary>
    /// <param name="index">How many members of the struct come before.</param>
    /// <param name="seen">The name and where the text holds it.</param>
    public bool TryGuess(int index, out Seen seen)
    {
        seen = index < _inOrder.Length ? _inOrder[index] : default;
        return seen.Name is not null;
    }

    /// <summary>Keeps the name of a member for <see cref="TryGuess"/>.</summary>
    public void Keep(int index, in Seen seen)
    {
        if (index < _inOrder.Length)
        {
            _inOrder[index] = seen;
        }
    }

    /// <summary>One bit of 64 for a name: names with different bits differ.</summary>
    public static ulong Mark(ReadOnlySpan<byte> utf8) => 1UL << (int)(Hash(utf8) >> 58);

    /// <summary>Whether a name has these octets, all of them ASCII; null has none.</summary>
    public static bool Equals([NotNullWhen(true)] string? name, ReadOnlySpan<byte> utf8) =>
        name is not null && name.Length == utf8.Length && Ascii.Equals(utf8, name);

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

    /// <summary>A name, where the text holds it in plain form, and its mark.</summary>
    internal readonly record struct Seen(string Name, int Start, int Length, ulong Mark);

    private static int SlotOfStruct(string first) => first.Length == 0 ? 0 : (first[0] + first.Length) % GreatestStructs;

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
