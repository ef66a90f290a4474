namespace Nearcall;

/// <summary>
/// The names of a struct's members, in order. The structs of a message share theirs where they have the same, and then the index too.
/// </summary>
/// <remarks>Only who made it adds names, and only before anyone else sees it.</remarks>
internal sealed class StructNames(int capacity)
{
    /// <summary>Up to this many members, looking at each name is as fast as an index.</summary>
    private const int UnindexedCount = 8;

    private string[] _names = capacity == 0 ? [] : new string[capacity];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    public string this[int position] => _names[position];

    public void Add(string name)
    {
        if (Count == _names.Length)
        {
            Array.Resize(ref _names, Math.Max(4, Count * 2));
        }

        _names[Count] = name;
        _index?.Add(name, Count);
        Count++;
    }

    /// <summary>Gives the first names in a list that is the caller's own.</summary>
    public StructNames First(int count)
    {
        var first = new StructNames(count + 1);
        for (var position = 0; position < count; position++)
        {
            first.Add(_names[position]);
        }

        return first;
    }

    /// <summary>Finds the place of a name; -1 where it is none of them.</summary>
    public int Find(string name)
    {
        if (Count > UnindexedCount)
        {
            return (_index ??= MakeIndex()).TryGetValue(name, out var position) ? position : -1;
        }

        for (var i = 0; i < Count; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Makes the index when a member is first looked for: twice if two threads ask at once; either will do.</summary>
    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            index.Add(_names[i], i);
        }

        return index;
    }
}
