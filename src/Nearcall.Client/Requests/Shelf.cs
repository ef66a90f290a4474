namespace Nearcall;

/// <summary>Keeps a few objects between calls: about as many as there are calls at a time.</summary>
/// <remarks>Safe to use from many threads.</remarks>
internal sealed class Shelf<T>
    where T : class
{
    private const int Places = 16;

    private readonly T?[] _places = new T?[Places];

    /// <summary>Takes an object, if there is one; it is the caller's own then.</summary>
    public T? Take()
    {
        foreach (ref var place in _places.AsSpan())
        {
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } item)
            {
                return item;
            }
        }

        return null;
    }

    /// <summary>Puts an object back.</summary>
    /// <returns>Whether there was a place for it; if not, it is still the caller's.</returns>
    public bool TryPut(T item)
    {
        foreach (ref var place in _places.AsSpan())
        {
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, item, null) is null)
            {
                return true;
            }
        }

        return false;
    }
}
