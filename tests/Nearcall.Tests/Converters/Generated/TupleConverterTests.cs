using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof((bool Ok, Line Line, int? Code)))]
[assembly: XmlRpcConvertible(typeof(Tuple<string, int>))]
[assembly: XmlRpcConvertible(typeof(ValueTuple<int>))]
[assembly: XmlRpcConvertible(typeof((int, int, int, int, int, int, int, int, string)))]
[assembly: XmlRpcConvertible(typeof(List<(string Name, string? Value)>))]

namespace Nearcall.Tests.Converters.Generated;

public sealed class TupleConverterTests
{
    [Fact]
    public void RoundTrip_OfTuples_IsAnArrayOfTheirItems()
    {
        var answer = (true, new Line(1, 2), (int?)null);

        Assert.Equal(answer, ConverterRun.RoundTrip(answer, XmlRpcKind.Array));
        Assert.Equal(3, XmlRpcValue.From(answer).AsArray().Count);
        Assert.Equal(Tuple.Create("a", 1), ConverterRun.RoundTrip(Tuple.Create("a", 1), XmlRpcKind.Array));
        Assert.Equal(new ValueTuple<int>(5), ConverterRun.RoundTrip(new ValueTuple<int>(5), XmlRpcKind.Array));
        Assert.Equal((1, 2, 3, 4, 5, 6, 7, 8, "9"), ConverterRun.RoundTrip((1, 2, 3, 4, 5, 6, 7, 8, "9"), XmlRpcKind.Array));
        List<(string, string?)> pairs = [("a", null), ("b", "c")];
        Assert.Equal(pairs, ConverterRun.RoundTrip(pairs, XmlRpcKind.Array));
    }

    [Fact]
    public void Read_TooFewOrTooManyItems_IsRefused()
    {
        var few = ConverterRun.ReadFails<Tuple<string, int>>("<value><array><data><value>a</value></data></array></value>");
        var many = ConverterRun.ReadFails<Tuple<string, int>>(
            "<value><array><data><value>a</value><value><int>1</int></value><value>b</value></data></array></value>");
        var none = ConverterRun.ReadFails<ValueTuple<int>>("<value><array><data></data></array></value>");

        Assert.Contains("An array of 2 items was expected, and this one has 1.", few.Message, StringComparison.Ordinal);
        Assert.Contains("An array of 2 items was expected, and this one has more.", many.Message, StringComparison.Ordinal);
        Assert.Contains("An array of 1 item was expected, and this one has 0.", none.Message, StringComparison.Ordinal);
        Assert.Equal("R55", few.Rule);
        Assert.Equal("[0]", few.Path);
    }

    [Fact]
    public void Read_ItemOfAnotherKind_NamesItsPlace()
    {
        const string Text = "<value><array><data><value>a</value><value>b</value></data></array></value>";

        Assert.Equal("[0][1]", ConverterRun.ReadFails<Tuple<string, int>>(Text).Path);
        Assert.Equal("[0]", ConverterRun.ReadFails<Tuple<string, int>>("<value>a</value>").Path);
    }

    [Fact]
    public void Write_Null_IsNil() => Assert.Equal("<value><nil/></value>", ConverterRun.Write<Tuple<string, int>>(null!));
}
