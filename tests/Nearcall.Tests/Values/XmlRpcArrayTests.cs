using System.Collections;

namespace Nearcall.Tests.Values;

public class XmlRpcArrayTests
{
    [Fact]
    public void Equals_ArraysOfItems_KeepsTheContract()
    {
        ValueContract.AssertEquality<XmlRpcArray>(
            (left, right) => left == right,
            (left, right) => left != right,
            [[], XmlRpcArray.Empty, XmlRpcArray.Create(), XmlRpcArray.Create(new List<XmlRpcValue>())],
            [[1, 2], XmlRpcArray.Create(1, 2), XmlRpcArray.Create(new List<XmlRpcValue> { 1, 2 })],
            [[2, 1]],
            [[1, 2L]],
            [[1]]);
        XmlRpcArray? none = null;
        Assert.True(none == null);
        Assert.True(none != []);
        Assert.True([] != none);
    }

    [Fact]
    public void Create_FromTheCallersItems_Copies()
    {
        XmlRpcValue[] items = [1, 2];
        var array = XmlRpcArray.Create(items);

        items[0] = 9;

        Assert.Equal([1, 2], array);
    }

    [Fact]
    public void Create_FromNull_Throws() => Assert.Throws<ArgumentNullException>(() => XmlRpcArray.Create((IEnumerable<XmlRpcValue>)null!));

    [Fact]
    public void Create_FromAnArray_IsTheSame()
    {
        XmlRpcArray array = [1];

        Assert.Same(array, XmlRpcArray.Create((IEnumerable<XmlRpcValue>)array));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MinValue)]
    public void Indexer_OutOfRange_Throws(int index)
    {
        XmlRpcArray array = [1, 2];

        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => array[index]).ParamName);
    }

    [Fact]
    public void Slice_ByRangeAndPattern_GivesTheItems()
    {
        XmlRpcArray array = [1, 2, 3, 4];

        Assert.Equal([2, 3], array[1..^1]);
        Assert.Equal(4, array[^1]);
        Assert.Same(XmlRpcArray.Empty, array[2..2]);
        Assert.True(array is [var first, .. var rest] && first == 1 && rest == [2, 3, 4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Slice(3, 2));
    }

    [Fact]
    public void AsSpan_AllItems_WithoutACopy() => Assert.Equal(3, XmlRpcArray.Create(1, 2, 3).AsSpan().Length);

    [Fact]
    public void Enumerators_AllOfThem_GiveTheItemsInOrder()
    {
        XmlRpcArray array = [3, 1, 2];
        XmlRpcValue[] expected = [3, 1, 2];

        Assert.Equal(expected, array.ToArray());
        var untyped = ((IEnumerable)array).GetEnumerator();
        Assert.True(untyped.MoveNext());
        Assert.Equal(expected[0], untyped.Current);
        using var enumerator = array.GetEnumerator();
        Assert.True(enumerator.MoveNext());
        Assert.Equal(3, enumerator.Current);
        Assert.Equal((XmlRpcValue)3, ((IEnumerator)enumerator).Current);
        enumerator.Reset();
        Assert.True(enumerator.MoveNext() && enumerator.MoveNext() && enumerator.MoveNext());
        Assert.False(enumerator.MoveNext());
        Assert.False(enumerator.MoveNext());
    }
}
