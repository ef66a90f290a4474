using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>An XML-RPC struct: named values (R34). Names are free text and case counts (R37, R49).</summary>
/// <remarks>
/// <para>Members keep the order in which they were given; equality and hash code ignore it (R35).</para>
/// <para>Immutable and safe to share between threads. Made by an initializer:
/// <c>new XmlRpcStruct { ["name"] = "Ann", ["age"] = 7 }</c>.</para>
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The protocol's name for it is struct.")]
public sealed partial class XmlRpcStruct : IReadOnlyDictionary<string, XmlRpcValue>, IEquatable<XmlRpcStruct>
{
    /// <summary>The names of the members, and perhaps more that are not of this struct.</summary>
    private readonly StructNames _names;

    private XmlRpcValue[] _values;

    /// <summary>Makes a struct of the members that the initializer names; none without one.</summary>
    public XmlRpcStruct()
        : this(new(0), [], 0, 1)
    {
    }

    /// <summary>Makes a struct of the members of a sequence, a dictionary for example.</summary>
    /// <param name="members">The members; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two members have the same name, or the struct would nest deeper than <see cref="XmlRpcLimits.GreatestDepth"/>.
    /// </exception>
    public XmlRpcStruct(IEnumerable<KeyValuePair<string, XmlRpcValue>> members)
        : this()
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach (var (name, value) in members)
        {
            if (!TryAdd(name, value))
            {
                throw new ArgumentException($"Two members are named \"{name}\".", nameof(members));
            }
        }
    }

    /// <summary>Makes a struct of what <see cref="StructBuilder"/> put together.</summary>
    internal XmlRpcStruct(StructNames names, XmlRpcValue[] values, int count, int depth)
    {
        _names = names;
        _values = values;
        Count = count;
        Depth = depth;
    }

    /// <summary>The struct without members.</summary>
    public static XmlRpcStruct Empty { get; } = new();

    /// <summary>The number of members.</summary>
    public int Count { get; private set; }

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var member in this)
            {
                yield return member.Key;
            }
        }
    }

    /// <summary>The values, in order.</summary>
    public IEnumerable<XmlRpcValue> Values
    {
        get
        {
            foreach (var member in this)
            {
                yield return member.Value;
            }
        }
    }

    /// <summary>How many levels of structs and arrays there are, this one included.</summary>
    internal int Depth { get; private set; }

    /// <summary>The value of a member. An initializer that names a member twice keeps the last value.</summary>
    /// <param name="name">The member's name.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">The struct has no such member.</exception>
    /// <exception cref="ArgumentException">The struct would nest deeper than <see cref="XmlRpcLimits.GreatestDepth"/>.</exception>
    public XmlRpcValue this[string name]
    {
        get => TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"The struct has no member \"{name}\".");
        init => Set(name, value);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out XmlRpcValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var position = Find(key);
        value = position < 0 ? default : _values[position];
        return position >= 0;
    }

    /// <summary>Walks through the members in order.</summary>
    /// <returns>An enumerator that needs no memory of its own.</returns>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, XmlRpcValue>> IEnumerable<KeyValuePair<string, XmlRpcValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds a member; for code that makes the struct, before anyone else sees it.</summary>
    /// <returns><see langword="false"/>, with nothing changed, if there is a member of that name.</returns>
    private bool TryAdd(string name, XmlRpcValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var depth = XmlRpcValue.DepthAbove(value.Depth);
        if (Find(name) >= 0)
        {
            return false;
        }

        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(4, Count * 2));
        }

        _names.Add(name);
        _values[Count++] = value;
        Depth = Math.Max(Depth, depth);
        return true;
    }

    /// <summary>Adds a member or replaces its value, in its place; for code that makes the struct.</summary>
    private void Set(string name, XmlRpcValue value)
    {
        if (!TryAdd(name, value))
        {
            _values[Find(name)] = value;
            Depth = Math.Max(Depth, XmlRpcValue.DepthAbove(value.Depth));
        }
    }

    private int Find(string name)
    {
        var position = _names.Find(name);
        return position < Count ? position : -1;
    }
}
