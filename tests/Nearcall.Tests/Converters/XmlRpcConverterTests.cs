namespace Nearcall.Tests.Converters;

public class XmlRpcConverterTests
{
    [Fact]
    public void For_TheSameType_GivesTheSameConverter()
    {
        Assert.Same(XmlRpcConverter.For<int>(), XmlRpcConverter.For<int>());
        Assert.Same(XmlRpcConverter.For<List<int>>(), XmlRpcConverter.For<List<int>>());
        Assert.True(XmlRpcConverter.TryFor<string>(out var converter));
        Assert.Same(XmlRpcConverter.For<string>(), converter);
    }

    [Fact]
    public void For_AnotherType_NamesItAndWhatThereIs()
    {
        AssertNone<object>();
        AssertNone<Int128>();
        AssertNone<DayOfWeek>();
        AssertNone<int[][]>();
        AssertNone<List<List<int>>>();
        AssertNone<Dictionary<int, string>>();
        AssertNone<HashSet<int>>();
        AssertNone<int?[]>();
    }

    [Fact]
    public void Kind_OfAValue_MayBeAny() => Assert.Null(XmlRpcConverter.For<XmlRpcValue>().Kind);

    [Fact]
    public void From_WhatHasAConverter_MakesItsValue()
    {
        Assert.Equal([1, 2], XmlRpcValue.From(new List<int> { 1, 2 }));
        Assert.Equal([1L, 2L], XmlRpcValue.From<long[]>([1, 2]));
        Assert.Equal(new XmlRpcStruct { ["a"] = double.NaN }, XmlRpcValue.From(new Dictionary<string, double> { ["a"] = double.NaN }));
        Assert.Equal(XmlRpcValue.Nil, XmlRpcValue.From<int?>(null));
        Assert.Equal(XmlRpcValue.Nil, XmlRpcValue.From<string?>(null));
        Assert.Equal(default(XmlRpcDateTime), XmlRpcValue.From(default(XmlRpcDateTime)));
#pragma warning disable NEAR0005 // The compiler says so too.
        Assert.Throws<NotSupportedException>(() => XmlRpcValue.From(new object()));
#pragma warning restore NEAR0005
        Assert.Equal("R22", Assert.Throws<XmlRpcFormatException>(() => XmlRpcValue.From("\0")).Rule);
    }

    [Fact]
    public void From_AnyValue_IsThatValue() => Values.PropertyCheck.Holds(
        Values.ValueGenerators.Nested(Values.ValueGenerators.AnyScalar),
        value => Assert.Equal(value, XmlRpcValue.From(value)));

    private static void AssertNone<T>()
    {
        Assert.False(XmlRpcConverter.TryFor<T>(out var converter));
        Assert.Null(converter);
        var problem = Assert.Throws<NotSupportedException>(() => XmlRpcConverter.For<T>()).Message;
        Assert.Contains(typeof(T).ToString(), problem, StringComparison.Ordinal);
        Assert.Contains("DateTimeOffset", problem, StringComparison.Ordinal);
    }
}
