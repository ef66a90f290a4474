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

    private static string ListOf(string[][] names)
    {
        var structs = names.Select(static one => string.Concat(one.Select(static name =>
            $"<member><name>{name}</name><value><int>1</int></value></member>")));
        return $"<array><data>{string.Concat(structs.Select(static one => $"<value><struct>{one}</struct></value>"))}</data></array>";
    }
}
