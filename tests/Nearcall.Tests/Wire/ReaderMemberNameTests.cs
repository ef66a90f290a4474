using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Trees of structs in a list: the reader expects the members of the one before, and must not mistake others for them.</summary>
public sealed class ReaderMemberNameTests
{
    [Theory]
    [InlineData("a,b a,b a,b")]
    [InlineData("a,b a,b b,a a,b")]
    [InlineData("id,name id,name i,nam idx,names id,name")]
    [InlineData("a,b,c a,b,c a a,b,c,d a,b,c,d  a,b,c,d")]
    [InlineData("ä,b ä,b b,ä ä,b")]
    public void R37_Structs_OfAList_HaveTheNamesTheyCameWith(string list)
    {
        var names = Array.ConvertAll(list.Split(' '), static one => one.Split(',', StringSplitOptions.RemoveEmptyEntries));

        var value = ReadTyped(ListOf(names));

        Assert.Equal(names, value.AsArray().Select(static one => one.AsStruct().Keys.ToArray()));
    }

    [Theory]
    [Trait("Rule", "R36")]
    [InlineData("a,b a,b b,b")]
    [InlineData("a,b a,b a,a")]
    [InlineData("a,b a,b a,b,a")]
    [InlineData("a,b b,a b,b")]
    public void R36_Structs_OfAList_WithAMemberTwice_AreRefused(string list)
    {
        var names = Array.ConvertAll(list.Split(' '), static one => one.Split(','));

        var problem = Assert.Throws<XmlRpcFormatException>(() => ReadTyped(ListOf(names)));

        Assert.Equal("R36", problem.Rule);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(12, 14)]
    [InlineData(40, 60)]
    public void R37_Structs_OfAList_AreWhatEachIsByItself(int names, int longest)
    {
        var random = new Random(37);
        for (var round = 0; round < 300; round++)
        {
            // Names of a few usual orders, cut short, led astray, in other spellings, or twice; with structs of other names within.
            string[] order = [.. Enumerable.Range(0, names).Select(static name => $"name{name}")];
            var structs = Enumerable.Range(0, 12).Select(_ => StructOf(random, order, random.Next(longest))).ToArray();

            foreach (var duplicates in (XmlRpcDuplicateMembers[])[XmlRpcDuplicateMembers.KeepFirst, XmlRpcDuplicateMembers.KeepLast])
            {
                var dialect = XmlRpcDialect.Strict with { DuplicateMembers = duplicates };
                var list = ReadTyped($"<array><data>{string.Concat(structs)}</data></array>", dialect).AsArray();
                for (var i = 0; i < structs.Length; i++)
                {
                    var alone = ReadValue(structs[i], dialect).AsStruct();
                    Assert.Equal(alone, list[i].AsStruct());
                    Assert.Equal(alone.Keys, list[i].AsStruct().Keys);
                    Assert.All(alone, member => Assert.Equal(member.Value, list[i].AsStruct()[member.Key]));
                    Assert.All(order.Where(name => !alone.ContainsKey(name)), name => Assert.False(list[i].AsStruct().ContainsKey(name)));
                }
            }
        }
    }

    private static string StructOf(Random random, string[] order, int count)
    {
        var members = Enumerable.Range(0, count).Select(place =>
        {
            var name = random.Next(30) == 0 ? order[random.Next(order.Length)] : order[place % order.Length];
            name = random.Next(30) == 0 ? name.Replace("n", "&#110;", StringComparison.Ordinal) : name;
            var value = random.Next(20) == 0
                ? $"<struct><member><name>{order[0]}</name><value><int>{place}</int></value></member><member><name>inner</name><value>x</value></member></struct>"
                : $"<int>{place}</int>";
            return $"<member><name>{name}</name><value>{value}</value></member>";
        });
        return $"<value><struct>{string.Concat(members)}</struct></value>";
    }

    private static string ListOf(string[][] names)
    {
        var structs = names.Select(static one => string.Concat(one.Select(static name =>
            $"<member><name>{name}</name><value><int>1</int></value></member>")));
        return $"<array><data>{string.Concat(structs.Select(static one => $"<value><struct>{one}</struct></value>"))}</data></array>";
    }
}
