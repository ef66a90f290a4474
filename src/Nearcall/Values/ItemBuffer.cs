using System.Buffers;
using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>
/// Gathers items whose number nobody knows before, or would be believed to say. They are kept in segments from the pool, each as
/// long as all before it together, so that growing copies nothing.
/// </summary>
internal struct ItemBuffer<T>()
{
    private const int FirstLength = 16;

    private T[] _segment = [];
    private int _count;
    private List<T[]>? _full;
    private int _fullCount;

    public readonly int Count => _fullCount + _count;

    /// <summary>Room behind the items, to be filled before <see cref="Advance"/>; empty where the next item makes room.</summary>
    public readonly Span<T> Free => _segment.AsSpan(_count);

    public void Advance(int count) => _count += count;

    public void Add(T item)
    {
        if (_count == _segment.Length)
        {
            Grow();
        }

        _segment[_count++] = item;
    }

    /// <summary>Gives the items in an array of their own; the buffer is empty then.</summary>
    public T[] ToArray()
    {
        if (Count == 0)
        {
            return [];
        }

        var items = GC.AllocateUninitializedArray<T>(Count);
        var rest = items.AsSpan();
        foreach (var segment in _full ?? [])
        {
            segment.CopyTo(rest);
            rest = rest[segment.Length..];
            Return(segment, segment.Length);
        }

        _segment.AsSpan(0, _count).CopyTo(rest);
        Return(_segment, _count);
        this = new();
        return items;
    }

    private static void Return(T[] segment, int length)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            segment.AsSpan(0, length).Clear();
        }

        ArrayPool<T>.Shared.Return(segment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        if (_count > 0)
        {
            (_full ??= []).Add(_segment);
            _fullCount += _count;
            _count = 0;
        }

        _segment = ArrayPool<T>.Shared.Rent(Math.Max(FirstLength, _fullCount));
    }
}
