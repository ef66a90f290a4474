using System.Numerics;

namespace Nearcall.Tests.Converters;

public class CollectionConverterTests
{
    private const string TwoNumbers = "<value><array><data><value><int>1</int></value><value><int>2</int></value></data></array></value>";

    private const string Duplicates =
        "<value><struct><member><name>a</name><value><int>1</int></value></member>"
        + "<member><name>A</name><value><int>2</int></value></member>"
        + "<member><name>a</name><value><int>3</int></value></member></struct></value>";

    [Fact]
    public void Families_OfEachType_RoundTrip()
    {
        AssertFamily(true, false);
        AssertFamily(1, -2);
        AssertFamily(1L, -2L);
        AssertFamily<short>(1, -2);
        AssertFamily<sbyte>(1, -2);
        AssertFamily(1.5, -2.5);
        AssertFamily(1.5f, -2.5f);
        AssertFamily(1.50m, -2m);
        AssertFamily("one", "");
        AssertFamily(new DateTime(2026, 5, 4), new DateTime(1998, 7, 17, 14, 8, 55));
        AssertFamily(new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero));
        AssertFamily(new XmlRpcDateTime(2026, 5, 4), default);
        AssertFamily<byte[]>([1], []);
        AssertFamily<BigInteger>(1, -2);
        AssertFamily<XmlRpcBigDecimal>(1, -2.5m);
        AssertFamily<XmlRpcValue>(1, "two", default);
        AssertFamily<XmlRpcArray>([1, "two"], []);
        AssertFamily(new XmlRpcStruct { ["a"] = 1 }, new XmlRpcStruct());
        Assert.Equal([1], ConverterRun.RoundTrip<ReadOnlyMemory<byte>[]>([new byte[] { 1 }], XmlRpcKind.Array)[0].ToArray());
    }

    [Fact]
    [Trait("Rule", "R38")]
    public void R38_EmptyCollections_RoundTrip() => AssertFamily<int>();

    [Fact]
    public void Read_Interfaces_GivesCollectionsToWorkWith()
    {
        var list = ConverterRun.Read<IList<int>>(TwoNumbers);
        list.Add(3);

        Assert.Equal([1, 2, 3], list);
        Assert.IsType<List<int>>(ConverterRun.Read<IEnumerable<int>>(TwoNumbers));
        Assert.IsType<Dictionary<string, int>>(ConverterRun.Read<IReadOnlyDictionary<string, int>>("<value><struct></struct></value>"));
    }

    [Fact]
    public void Write_AnyImplementation_OfAnInterface()
    {
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 2, ["a"] = 1 };

        Assert.Equal(TwoNumbers, ConverterRun.Write(Enumerable.Range(1, 2)));
        Assert.Equal(TwoNumbers, ConverterRun.Write<IReadOnlyCollection<XmlRpcValue>>(XmlRpcArray.Create(1, 2)));
        Assert.Equal(new() { ["a"] = 1, ["b"] = 2 }, ConverterRun.Read<XmlRpcStruct>(ConverterRun.Write<IDictionary<string, int>>(sorted)));
    }

    [Fact]
    public void Read_AnItemOfAnotherKind_NamesItsPlace()
    {
        const string Mixed = "<value><array><data><value><int>1</int></value><value>x</value></data></array></value>";
        const string Members = "<value><struct><member><name>a</name><value>x</value></member></struct></value>";

        Assert.Equal("[0][1]", ConverterRun.ReadFails<int[]>(Mixed).Path);
        Assert.Equal("[0][1]", ConverterRun.ReadFails<List<int>>(Mixed).Path);
        Assert.Equal("[0].a", ConverterRun.ReadFails<Dictionary<string, int>>(Members).Path);
        Assert.Equal("[0]", ConverterRun.ReadFails<int[]>(Members).Path);
        Assert.Equal("[0]", ConverterRun.ReadFails<Dictionary<string, int>>(Mixed).Path);
    }

    [Fact]
    [Trait("Rule", "R36")]
    public void R36_Dictionary_WithDuplicateMembers_FollowsTheDialect()
    {
        var first = XmlRpcDialect.Strict with { DuplicateMembers = XmlRpcDuplicateMembers.KeepFirst };
        var last = XmlRpcDialect.Strict with { DuplicateMembers = XmlRpcDuplicateMembers.KeepLast };

        Assert.Equal(new() { ["a"] = 1, ["A"] = 2 }, ConverterRun.Read<Dictionary<string, int>>(Duplicates, first));
        Assert.Equal(new() { ["a"] = 3, ["A"] = 2 }, ConverterRun.Read<Dictionary<string, int>>(Duplicates, last));
        var problem = ConverterRun.ReadFails<Dictionary<string, int>>(Duplicates, XmlRpcDialect.Strict);
        Assert.Equal("R36", problem.Rule);
        Assert.Equal("XmlRpcDialect.DuplicateMembers", problem.Switch);
        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, problem.FaultCode);
        Assert.Equal("[0].a", problem.Path);

        var nested = Duplicates.Replace("<int>3</int>", "<array><data></data></array>", StringComparison.Ordinal);
        Assert.Equal("[0].a", ConverterRun.ReadFails<Dictionary<string, int>>(nested, XmlRpcDialect.Strict).Path);
    }

    private static void AssertFamily<T>(params T[] items)
    {
        Assert.Equal(items, ConverterRun.RoundTrip(items, XmlRpcKind.Array));
        Assert.Equal(items, ConverterRun.RoundTrip<List<T>>([.. items], XmlRpcKind.Array));
        Assert.Equal(items, ConverterRun.RoundTrip<IList<T>>(items, XmlRpcKind.Array));
        Assert.Equal(items, ConverterRun.RoundTrip<IReadOnlyList<T>>(items, XmlRpcKind.Array));
        Assert.Equal(items, ConverterRun.RoundTrip<IReadOnlyCollection<T>>(items, XmlRpcKind.Array));
        Assert.Equal(items, ConverterRun.RoundTrip<IEnumerable<T>>(items, XmlRpcKind.Array));

        var members = items.Select((item, i) => KeyValuePair.Create($"m{i}", item)).ToDictionary(StringComparer.Ordinal);
        Assert.Equal(members, ConverterRun.RoundTrip(members, XmlRpcKind.Struct));
        Assert.Equal(members, ConverterRun.RoundTrip<IDictionary<string, T>>(members, XmlRpcKind.Struct));
        Assert.Equal(members, ConverterRun.RoundTrip<IReadOnlyDictionary<string, T>>(members, XmlRpcKind.Struct));
    }
}
