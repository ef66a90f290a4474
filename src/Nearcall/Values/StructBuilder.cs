namespace Nearcall;

/// <summary>Puts a struct together as its members are read.</summary>
/// <remarks>As long as the names are those of a struct that was read before, they are shared with it, and none can be there twice.</remarks>
internal struct StructBuilder()
{
    /// <summary>How many members are believed to come before any has: a struct of one may follow a large one.</summary>
    private const int GreatestExpectedCount = 16;

    private StructNames? _names;
    private XmlRpcValue[] _values = [];
    private bool _isFollowing;
    private ulong _marks;
    private int _depth = 1;

    public int Count { get; private set; }

    /// <summary>The name that the next member has if this struct is like the one before; null where nothing is known.</summary>
    public readonly string? ExpectedName => _isFollowing && Count < _names!.Count ? _names[Count] : null;

    /// <summary>The names, if they are not those that were expected.</summary>
    public readonly StructNames? OwnNames => _isFollowing ? null : _names;

    /// <summary>Says what the names may be, before the first member; null where nothing is known.</summary>
    public void Expect(StructNames? names)
    {
        _isFollowing = names is not null;
        _names = names ?? new StructNames(4);
        _values = new XmlRpcValue[_isFollowing ? Math.Min(_names.Count, GreatestExpectedCount) : 4];
    }

    /// <summary>Adds a member.</summary>
    /// <param name="name">Its name: the very string of <see cref="ExpectedName"/> where it is equal.</param>
    /// <param name="mark">What <see cref="MemberNames.Mark"/> gives for the name, or all bits.</param>
    /// <param name="value">Its value.</param>
    /// <returns><see langword="false"/>, with nothing changed, if there is a member of that name.</returns>
    public bool TryAdd(string name, ulong mark, in XmlRpcValue value)
    {
        if (!ReferenceEquals(ExpectedName, name))
        {
            if (_isFollowing)
            {
                _names = _names!.First(Count);
                _isFollowing = false;
            }

            if ((_marks & mark) != 0 && _names!.Find(name) >= 0)
            {
                return false;
            }

            _names!.Add(name);
        }

        if (Count == _values.Length)
        {
            Array.Resize(ref _values, _isFollowing ? Math.Min(Count * 2, _names!.Count) : Math.Max(4, Count * 2));
        }

        _values[Count++] = value;
        _marks |= mark;
        IncludeDepth(value);
        return true;
    }

    /// <summary>Gives a member that is there another value.</summary>
    public void Replace(string name, in XmlRpcValue value)
    {
        _values[_names!.Find(name)] = value;
        IncludeDepth(value);
    }

    /// <summary>Gives the struct, which takes over what is in here.</summary>
    public readonly XmlRpcStruct Build() => Count == 0 ? XmlRpcStruct.Empty : new(_names!, _values, Count, _depth);

    private void IncludeDepth(in XmlRpcValue value)
    {
        var depth = value.Depth;
        if (depth > 0)
        {
            _depth = Math.Max(_depth, XmlRpcValue.DepthAbove(depth));
        }
    }
}
