using System.Collections;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>An XML-RPC array: values of any kinds, in order (R38, R39).</summary>
/// <remarks>
/// Immutable and safe to share between threads. Equal to another array with equal items in the same order. Made by a
/// collection expression: <c>XmlRpcArray items = [1, "two", 3.0];</c>
/// </remarks>
[CollectionBuilder(typeof(XmlRpcArray), nameof(Create))]
public sealed class XmlRpcArray : IReadOnlyList<XmlRpcValue>, IEquatable<XmlRpcArray>
{
    private readonly XmlRpcValue[] _items;

    /// <summary>Takes over an array that nobody else holds.</summary>
    internal XmlRpcArray(XmlRpcValue[] owned)
    {
        var depth = 0;
        foreach (ref readonly var item in owned.AsSpan())
        {
            depth = Math.Max(depth, item.Depth);
        }

        Depth = XmlRpcValue.DepthAbove(depth);
        _items = owned;
    }

    /// <summary>The array without items.</summary>
    public static XmlRpcArray Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>How many levels of structs and arrays there are, this one included.</summary>
    internal int Depth { get; }

    /// <summary>The item at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public XmlRpcValue this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _items.Length);
            return _items[index];
        }
    }

    /// <summary>Says whether two arrays hold equal items in the same order; null equals null.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(XmlRpcArray? left, XmlRpcArray? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Says whether two arrays differ.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(XmlRpcArray? left, XmlRpcArray? right) => !(left == right);

    /// <summary>Makes an array of the items.</summary>
    /// <param name="items">The items; copied.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The array would nest deeper than <see cref="XmlRpcLimits.GreatestDepth"/>.</exception>
    public static XmlRpcArray Create(params ReadOnlySpan<XmlRpcValue> items) => items.IsEmpty ? Empty : new(items.ToArray());

    /// <summary>Makes an array of the items of a sequence.</summary>
    /// <param name="items">The items; copied.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <exception cref="ArgumentException">The array would nest deeper than <see cref="XmlRpcLimits.GreatestDepth"/>.</exception>
    public static XmlRpcArray Create(IEnumerable<XmlRpcValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items as XmlRpcArray ?? new([.. items]);
    }

    /// <summary>Makes an array of some of the items; the pattern <c>[var first, .. var rest]</c> calls it.</summary>
    /// <param name="start">The position of the first item to take.</param>
    /// <param name="length">How many to take.</param>
    /// <returns>The new array.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no such items.</exception>
    public XmlRpcArray Slice(int start, int length) => Create(AsSpan().Slice(start, length));

    /// <summary>Looks at the items without a copy.</summary>
    /// <returns>All items.</returns>
    public ReadOnlySpan<XmlRpcValue> AsSpan() => _items;

    /// <summary>Walks through the items.</summary>
    /// <returns>An enumerator that needs no memory of its own.</returns>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<XmlRpcValue> IEnumerable<XmlRpcValue>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(XmlRpcArray? other) => ReferenceEquals(this, other) || (other is not null && AsSpan().SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as XmlRpcArray);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (ref readonly var item in _items.AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Shows the items as <see cref="XmlRpcValue.ToString"/> does.</summary>
    /// <returns>For example <c>[1, "x"]</c>.</returns>
    public override string ToString() => ((XmlRpcValue)this).ToString();

    /// <summary>Walks through the items of an array.</summary>
    public struct Enumerator : IEnumerator<XmlRpcValue>
    {
        private readonly XmlRpcValue[] _items;
        private int _next;

        internal Enumerator(XmlRpcValue[] items) => _items = items;

        /// <inheritdoc/>
        public readonly XmlRpcValue Current => _items[_next - 1];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next == _items.Length)
            {
                return false;
            }

            _next++;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = 0;

        /// <summary>Does nothing: there is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
