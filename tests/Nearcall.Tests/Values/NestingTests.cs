namespace Nearcall.Tests.Values;

public class NestingTests
{
    [Fact]
    [Trait("Rule", "R40")]
    public void R40_Nesting_ToTheGreatestDepth_Works()
    {
        var deepest = Nest(XmlRpcLimits.GreatestDepth);
        var again = Nest(XmlRpcLimits.GreatestDepth);

        Assert.Equal(deepest, again);
        Assert.Equal(deepest.GetHashCode(), again.GetHashCode());
        Assert.Equal(deepest.ToString(), again.ToString());
    }

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_Nesting_BeyondTheGreatestDepth_IsRefusedWhereverItIsMade()
    {
        var deepest = Nest(XmlRpcLimits.GreatestDepth);
        KeyValuePair<string, XmlRpcValue>[] members = [new("a", deepest)];
        Func<object>[] tooDeep =
        [
            () => XmlRpcArray.Create(1, deepest),
            () => XmlRpcArray.Create([1, deepest]),
            () => XmlRpcValue.CreateArray([deepest]),
            () => new XmlRpcStruct { ["a"] = deepest },
            () => Named("a", 1, "a", deepest),
            () => new XmlRpcStruct(members),
        ];

        Assert.All(tooDeep, make =>
            Assert.Contains("256", Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_Wide_CountsTheDeepestChild()
    {
        var nearly = Nest(XmlRpcLimits.GreatestDepth - 1);

        XmlRpcArray wide = [1, nearly, XmlRpcStruct.Empty, nearly];

        Assert.Throws<ArgumentException>(() => new XmlRpcStruct { ["a"] = wide });
    }

    private static XmlRpcStruct Named(string first, XmlRpcValue value, string second, XmlRpcValue other) =>
        new() { [first] = value, [second] = other };

    /// <summary>Structs and arrays in turn, this many.</summary>
    private static XmlRpcValue Nest(int levels)
    {
        XmlRpcValue value = "bottom";
        for (var i = 0; i < levels; i++)
        {
            value = i % 2 == 0 ? XmlRpcArray.Create(value) : new XmlRpcStruct { ["a"] = value };
        }

        return value;
    }
}
