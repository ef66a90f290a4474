using System.Collections;

namespace Nearcall.Tests.Values;

public class XmlRpcStructTests
{
    [Fact]
    [Trait("Rule", "R35")]
    public void R35_Equals_MembersInAnyOrder_KeepsTheContract()
    {
        ValueContract.AssertEquality<XmlRpcStruct>(
            (left, right) => left == right,
            (left, right) => left != right,
            [new(), XmlRpcStruct.Empty, new([])],
            [
                new() { ["a"] = 1, ["b"] = 2 },
                new() { ["b"] = 2, ["a"] = 1 },
                new(new Dictionary<string, XmlRpcValue> { ["a"] = 1, ["b"] = 2 }),
            ],
            [new() { ["a"] = 2, ["b"] = 1 }],
            [new() { ["a"] = 1 }],
            [new() { ["a"] = default }],
            [new() { ["b"] = default }],
            [Numbered(20), new(Numbered(20).Reverse())],
            [new(Numbered(20).Skip(1).Append(KeyValuePair.Create("m0", (XmlRpcValue)"x")))]);
        XmlRpcStruct? none = null;
        Assert.True(none == null);
        Assert.True(none != XmlRpcStruct.Empty);
        Assert.True(XmlRpcStruct.Empty != none);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    [Trait("Rule", "R35")]
    public void R35_Members_OfAnyNumber_AreFoundAndKeepTheirOrder(int count)
    {
        var members = Numbered(count);

        Assert.Equal(count, members.Count);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"m{i}"), members.Keys);
        Assert.Equal(Enumerable.Range(0, count).Select(i => (XmlRpcValue)i), members.Values);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, members[$"m{i}"]));
        Assert.False(members.ContainsKey("M0"));
        Assert.False(members.TryGetValue("absent", out var value));
        Assert.True(value.IsNil);
    }

    [Fact]
    [Trait("Rule", "R37")]
    public void R37_Names_OfAnyText_AreKept()
    {
        var members = new XmlRpcStruct { [""] = 1, [" a "] = 2, ["ä<&>"] = 3, ["A"] = 4, ["a"] = 5 };

        Assert.Equal(["", " a ", "ä<&>", "A", "a"], members.Keys);
        Assert.Equal(1, members[""]);
        Assert.True(members.ContainsKey(" a "));
    }

    [Fact]
    public void Indexer_WithoutTheMember_NamesIt()
    {
        var problem = Assert.Throws<KeyNotFoundException>(() => Numbered(2)["absent"]).Message;

        Assert.Contains("\"absent\"", problem, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Numbered(2)[null!]);
        Assert.Throws<ArgumentNullException>(() => Numbered(20).ContainsKey(null!));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public void Constructor_WithADuplicateName_Throws(int count)
    {
        var members = Numbered(count).Append(KeyValuePair.Create("m1", (XmlRpcValue)"again"));

        Assert.Contains("\"m1\"", Assert.Throws<ArgumentException>(() => new XmlRpcStruct(members)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WithNulls_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new XmlRpcStruct(null!));
        Assert.Throws<ArgumentNullException>(() => new XmlRpcStruct([KeyValuePair.Create((string)null!, (XmlRpcValue)1)]));
        Assert.Throws<ArgumentNullException>(() => new XmlRpcStruct { [null!] = 1 });
    }

    [Fact]
    public void Initializer_NamingAMemberTwice_KeepsTheLastInItsPlace()
    {
        var name = "a";
        var members = new XmlRpcStruct { [name] = 1, ["b"] = 2, ["a"] = 3 };

        Assert.Equal(["a", "b"], members.Keys);
        Assert.Equal(3, members["a"]);
    }

    [Fact]
    public void Enumerators_AllOfThem_GiveTheMembersInOrder()
    {
        var members = new XmlRpcStruct { ["b"] = 1, ["a"] = 2 };
        KeyValuePair<string, XmlRpcValue>[] expected = [new("b", 1), new("a", 2)];

        Assert.Equal(expected, members.ToArray());
        var untyped = ((IEnumerable)members).GetEnumerator();
        Assert.True(untyped.MoveNext());
        Assert.Equal(expected[0], untyped.Current);
        using var enumerator = members.GetEnumerator();
        Assert.True(enumerator.MoveNext() && enumerator.MoveNext());
        Assert.False(enumerator.MoveNext());
        enumerator.Reset();
        Assert.True(enumerator.MoveNext());
        Assert.Equal("b", enumerator.Current.Key);
        Assert.Equal(expected[0], ((IEnumerator)enumerator).Current);
    }

    private static XmlRpcStruct Numbered(int count) =>
        new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"m{i}", (XmlRpcValue)i)));
}
