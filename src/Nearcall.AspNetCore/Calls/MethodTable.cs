using System.Numerics;
using System.Text;

namespace Nearcall;

/// <summary>The methods of an endpoint by their names in UTF-8: whole and exact, fixed at start (R09).</summary>
internal sealed class MethodTable
{
    private readonly ServedMethod?[] _slots;
    private readonly int _longest;

    /// <summary>Makes the table.</summary>
    /// <param name="methods">The methods; their names differ.</param>
    /// <param name="other">What takes the calls of all other names.</param>
    public MethodTable(IReadOnlyCollection<ServedMethod> methods, ServedMethod other)
    {
        Other = other;
        GreatestMaxBytes = methods.Append(other).Max(static method => method.MaxBytes) ?? 0;
        DifferInBodies = methods.Append(other).Any(static method => method.Method.TakesStream || method.MaxBytes is not null);
        Methods = [.. methods.OrderBy(method => method.Method.Name, StringComparer.Ordinal)];
        _longest = methods.Count == 0 ? 0 : methods.Max(method => method.Utf8Name.Length);

        // At most half full, so that a search always ends, and soon.
        _slots = new ServedMethod?[(int)BitOperations.RoundUpToPowerOf2((uint)methods.Count * 2 + 1)];
        foreach (var method in methods)
        {
            var slot = FirstSlot(method.Utf8Name);
            while (_slots[slot] is not null)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = method;
        }
    }

    /// <summary>The methods in the order of their names.</summary>
    public IReadOnlyList<ServedMethod> Methods { get; }

    /// <summary>What takes the calls of unknown names: a catch-all, or the fault.</summary>
    public ServedMethod Other { get; }

    /// <summary>The greatest limit on bodies that a method has of its own; 0 if none has any.</summary>
    public long GreatestMaxBytes { get; }

    /// <summary>Whether the method says how, or how much of, a body is read.</summary>
    public bool DifferInBodies { get; }

    /// <summary>Finds a method, or <see cref="Other"/>.</summary>
    public ServedMethod Find(ReadOnlySpan<byte> utf8Name)
    {
        if (utf8Name.Length > _longest)
        {
            return Other;
        }

        var slot = FirstSlot(utf8Name);
        while (_slots[slot] is { } method)
        {
            if (utf8Name.SequenceEqual(method.Utf8Name))
            {
                return method;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        return Other;
    }

    /// <summary>Finds a method, or <see cref="Other"/>.</summary>
    public ServedMethod Find(string name)
    {
        const int MostOnStack = 256;
        if (name.Length > _longest)
        {
            return Other;
        }

        var most = Encoding.UTF8.GetMaxByteCount(name.Length);
        var utf8 = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        return Find(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);
    }

    private int FirstSlot(ReadOnlySpan<byte> utf8Name)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8Name);
        return hash.ToHashCode() & (_slots.Length - 1);
    }
}
