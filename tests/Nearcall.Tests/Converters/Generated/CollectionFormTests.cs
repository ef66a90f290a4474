using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Lists))]
[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Sets))]
[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Dictionaries))]
[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Nulls))]
[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Tags))]
[assembly: XmlRpcConvertible(typeof(CollectionFormTests.Forest))]
[assembly: XmlRpcConvertible(typeof(ImmutableArray<Line>))]
[assembly: XmlRpcConvertible(typeof(Line[][]))]
[assembly: XmlRpcConvertible(typeof(long[][]))]

namespace Nearcall.Tests.Converters.Generated;

public sealed class CollectionFormTests
{
    private static readonly Line[] Some = [new(1, 1), new(2, 2)];

    [Fact]
    public void RoundTrip_OfLists_KeepsItemsInOrder()
    {
        var lists = new Lists
        {
            Array = Some,
            Jagged = [Some, []],
            List = [.. Some],
            IList = [.. Some],
            ICollection = [.. Some],
            IReadOnlyList = [.. Some],
            IReadOnlyCollection = [.. Some],
            IEnumerable = [.. Some],
            Queue = new(Some),
            ConcurrentQueue = new(Some),
            LinkedList = new(Some),
            Collection = [.. Some],
            ObservableCollection = [.. Some],
            ReadOnlyCollection = new(Some),
            ImmutableArray = [.. Some],
            ImmutableList = [.. Some],
            IImmutableList = ImmutableList.Create(Some),
            Tags = new Tags { "a", "b" },
        };

        var read = ConverterRun.RoundTrip(lists, XmlRpcKind.Struct);

        IEnumerable<Line>[] all =
        [
            read.Array, read.Jagged[0], read.List, read.IList, read.ICollection, read.IReadOnlyList, read.IReadOnlyCollection,
            read.IEnumerable, read.Queue, read.ConcurrentQueue, read.LinkedList, read.Collection, read.ObservableCollection,
            read.ReadOnlyCollection, read.ImmutableArray, read.ImmutableList, read.IImmutableList,
        ];
        Assert.All(all, items => Assert.Equal(Some, items));
        Assert.Empty(read.Jagged[1]);
        Assert.Equal(["a", "b"], read.Tags);
    }

    [Fact]
    public void RoundTrip_OfSets_KeepsItems()
    {
        var sets = new Sets
        {
            HashSet = [.. Some],
            ISet = new HashSet<Line>(Some),
            IReadOnlySet = new HashSet<Line>(Some),
            SortedSet = ["b", "a"],
            FrozenSet = Some.ToFrozenSet(),
            ImmutableHashSet = [.. Some],
            ImmutableSortedSet = ["b", "a"],
        };

        var read = ConverterRun.RoundTrip(sets, XmlRpcKind.Struct);

        IEnumerable<Line>[] all = [read.HashSet, read.ISet, read.IReadOnlySet, read.FrozenSet, read.ImmutableHashSet];
        Assert.All(all, items => Assert.Equal(Some, items.OrderBy(line => line.Number)));
        Assert.Equal(["a", "b"], read.SortedSet);
        Assert.Equal(["a", "b"], read.ImmutableSortedSet);
    }

    [Fact]
    public void RoundTrip_OfDictionaries_KeepsMembers()
    {
        var lines = new Dictionary<string, Line> { ["a"] = Some[0], ["B"] = Some[1] };
        var dictionaries = new Dictionaries
        {
            Dictionary = lines,
            IDictionary = lines,
            IReadOnlyDictionary = lines,
            SortedDictionary = new(lines),
            SortedList = new(lines),
            ConcurrentDictionary = new(lines),
            ReadOnlyDictionary = new(lines),
            FrozenDictionary = lines.ToFrozenDictionary(),
            ImmutableDictionary = lines.ToImmutableDictionary(),
            ImmutableSortedDictionary = lines.ToImmutableSortedDictionary(),
            Lists = new() { ["a"] = [1, 2] },
        };

        var read = ConverterRun.RoundTrip(dictionaries, XmlRpcKind.Struct);

        IEnumerable<KeyValuePair<string, Line>>[] all =
        [
            read.Dictionary, read.IDictionary, read.IReadOnlyDictionary, read.SortedDictionary, read.SortedList, read.ConcurrentDictionary,
            read.ReadOnlyDictionary, read.FrozenDictionary, read.ImmutableDictionary, read.ImmutableSortedDictionary,
        ];
        Assert.All(all, members => Assert.Equal(lines.OrderBy(line => line.Key), members.OrderBy(line => line.Key)));
        Assert.Equal([1, 2], read.Lists["a"]);
    }

    [Fact]
    public void Read_ItemThatIsWrong_NamesItsPlace()
    {
        XmlRpcStruct wrong = new() { ["Number"] = 1, ["Price"] = true };
        var good = XmlRpcValue.From(Some[0]);

        AssertPath("[0].List[1].Price", new() { ["List"] = XmlRpcArray.Create(good, wrong) });
        AssertPath("[0].Jagged[0][1].Price", new() { ["Jagged"] = new XmlRpcArray([XmlRpcArray.Create(good, wrong)]) });
        AssertPath("[0].ImmutableArray", new() { ["ImmutableArray"] = good });
    }

    [Fact]
    [Trait("Rule", "R36")]
    public void R36_Dictionary_WithDuplicateMembers_FollowsTheDialect()
    {
        const string Line = "<value><struct><member><name>Number</name><value><int>1</int></value></member><member><name>Price</name><value>"
            + "<int>2</int></value></member></struct></value>";
        var text = "<value><struct><member><name>Dictionary</name><value><struct>"
            + $"<member><name>a</name>{Line}</member><member><name>a</name>{Line.Replace(">1<", ">3<", StringComparison.Ordinal)}</member>"
            + "</struct></value></member></struct></value>";

        Assert.Equal(1, Read(XmlRpcDuplicateMembers.KeepFirst));
        Assert.Equal(3, Read(XmlRpcDuplicateMembers.KeepLast));
        var problem = ConverterRun.ReadFails<Dictionaries>(text, Duplicates(XmlRpcDuplicateMembers.Refuse));
        Assert.Equal(("[0].Dictionary.a", "R36"), (problem.Path, problem.Rule));

        int Read(XmlRpcDuplicateMembers duplicates) => ConverterRun.Read<Dictionaries>(text, Duplicates(duplicates)).Dictionary["a"].Number;
        XmlRpcDialect Duplicates(XmlRpcDuplicateMembers duplicates) => ConverterRun.Open with { DuplicateMembers = duplicates };
    }

    [Fact]
    [Trait("Rule", "R71")]
    public void R71_Items_TakeNilOnlyWhereNullIsMeant()
    {
        var nulls = new Nulls { Numbers = [1, null], Texts = [null, "a"], Lines = new() { ["a"] = null, ["b"] = Some[0] }, None = null };

        var read = ConverterRun.RoundTrip(nulls, XmlRpcKind.Struct);

        Assert.Equal([1, null], read.Numbers);
        Assert.Equal([null, "a"], read.Texts);
        Assert.Null(read.Lines["a"]);
        Assert.Null(read.None);
        AssertPath("[0].List[0]", new() { ["List"] = XmlRpcArray.Create(XmlRpcValue.Nil) });
        AssertPath("[0].Tags[0]", new() { ["Tags"] = XmlRpcArray.Create(XmlRpcValue.Nil) });
        AssertPath("[0].List", new() { ["List"] = XmlRpcValue.Nil });
    }

    [Fact]
    public void Write_NullOrDefault_IsNil()
    {
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<ImmutableArray<Line>>(default));
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<Tags>(null!));
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<Line[][]>(null!));
    }

    [Fact]
    public void RoundTrip_OfACollectionOfItself_KeepsIt()
    {
        var forest = ConverterRun.RoundTrip(new Forest { new Forest(), new Forest { new Forest() } }, XmlRpcKind.Array);

        Assert.Equal([0, 1], forest.Select(tree => tree.Count));
    }

    [Fact]
    public void TypeArguments_OfCallsAndAttributes_AreRegistered()
    {
        Assert.Equal([[1], []], ConverterRun.RoundTrip<long[][]>([[1], []], XmlRpcKind.Array));
        Assert.Equal(XmlRpcKind.Array, XmlRpcConverter.For<HashSet<Guid>>().Kind);
        Assert.Equal([1, 2], XmlRpcValue.From(new Queue<int>([1, 2])).AsArray().Select(item => item.AsInt32()));
        Assert.True(XmlRpcConverter.TryFor(out XmlRpcConverter<SortedSet<long>>? _));
    }

    private static void AssertPath(string path, XmlRpcStruct members)
    {
        var text = ConverterRun.Write(members);
        Assert.Equal(path, ConverterRun.ReadFails<Lists>(text).Path);
    }

    internal sealed class Tags : List<string>;

    internal sealed class Forest : List<Forest>;

    internal sealed class Lists
    {
        public Line[] Array { get; set; } = [];

        public Line[][] Jagged { get; set; } = [];

        public List<Line> List { get; set; } = [];

        public IList<Line> IList { get; set; } = [];

        public ICollection<Line> ICollection { get; set; } = [];

        public IReadOnlyList<Line> IReadOnlyList { get; set; } = [];

        public IReadOnlyCollection<Line> IReadOnlyCollection { get; set; } = [];

        public IEnumerable<Line> IEnumerable { get; set; } = [];

        public Queue<Line> Queue { get; set; } = [];

        public ConcurrentQueue<Line> ConcurrentQueue { get; set; } = [];

        public LinkedList<Line> LinkedList { get; set; } = [];

        public Collection<Line> Collection { get; set; } = [];

        public ObservableCollection<Line> ObservableCollection { get; set; } = [];

        public ReadOnlyCollection<Line> ReadOnlyCollection { get; set; } = [];

        public ImmutableArray<Line> ImmutableArray { get; set; } = [];

        public ImmutableList<Line> ImmutableList { get; set; } = [];

        public IImmutableList<Line> IImmutableList { get; set; } = ImmutableList<Line>.Empty;

        public Tags Tags { get; set; } = [];
    }

    internal sealed class Sets
    {
        public HashSet<Line> HashSet { get; set; } = [];

        public ISet<Line> ISet { get; set; } = new HashSet<Line>();

        public IReadOnlySet<Line> IReadOnlySet { get; set; } = new HashSet<Line>();

        public SortedSet<string> SortedSet { get; set; } = [];

        public FrozenSet<Line> FrozenSet { get; set; } = [];

        public ImmutableHashSet<Line> ImmutableHashSet { get; set; } = [];

        public ImmutableSortedSet<string> ImmutableSortedSet { get; set; } = [];
    }

    internal sealed class Dictionaries
    {
        public Dictionary<string, Line> Dictionary { get; set; } = [];

        public IDictionary<string, Line> IDictionary { get; set; } = new Dictionary<string, Line>();

        public IReadOnlyDictionary<string, Line> IReadOnlyDictionary { get; set; } = new Dictionary<string, Line>();

        public SortedDictionary<string, Line> SortedDictionary { get; set; } = [];

        public SortedList<string, Line> SortedList { get; set; } = [];

        public ConcurrentDictionary<string, Line> ConcurrentDictionary { get; set; } = [];

        public ReadOnlyDictionary<string, Line> ReadOnlyDictionary { get; set; } = ReadOnlyDictionary<string, Line>.Empty;

        public FrozenDictionary<string, Line> FrozenDictionary { get; set; } = FrozenDictionary<string, Line>.Empty;

        public ImmutableDictionary<string, Line> ImmutableDictionary { get; set; } = ImmutableDictionary<string, Line>.Empty;

        public ImmutableSortedDictionary<string, Line> ImmutableSortedDictionary { get; set; } = ImmutableSortedDictionary<string, Line>.Empty;

        public Dictionary<string, List<int>> Lists { get; set; } = [];
    }

    internal sealed class Nulls
    {
        public int?[] Numbers { get; set; } = [];

        public List<string?> Texts { get; set; } = [];

        public Dictionary<string, Line?> Lines { get; set; } = [];

        public List<Line>? None { get; set; }
    }
}
