namespace Nearcall.Tests.Values;

/// <summary>What every value type promises about equality and order, whichever way one asks.</summary>
internal static class ValueContract
{
    /// <summary>Each group holds equal values; values of different groups differ.</summary>
    public static void AssertEquality<T>(Func<T, T, bool> equals, Func<T, T, bool> differs, params T[][] groups)
        where T : notnull, IEquatable<T>
    {
        for (var i = 0; i < groups.Length; i++)
        {
            for (var j = 0; j < groups.Length; j++)
            {
                foreach (var (left, right) in Pairs(groups[i], groups[j]))
                {
                    var expected = i == j;
                    var pair = $"{left} and {right}";
                    Assert.True(expected == left.Equals(right), pair);
                    Assert.True(expected == left.Equals((object)right), pair);
                    Assert.True(expected == equals(left, right), pair);
                    Assert.True(expected != differs(left, right), pair);
                    Assert.True(!expected || left.GetHashCode() == right.GetHashCode(), pair);
                }
            }
        }

        Assert.All(groups.SelectMany(group => group), value =>
        {
            Assert.False(value.Equals((object?)null));
            Assert.False(value.Equals(new object()));
        });
    }

    /// <summary>The values ascend; values of one group are equal.</summary>
    public static void AssertOrder<T>(
        Func<T, T, bool> less, Func<T, T, bool> lessOrEqual, Func<T, T, bool> greater, Func<T, T, bool> greaterOrEqual, params T[][] groups)
        where T : IComparable<T>
    {
        for (var i = 0; i < groups.Length; i++)
        {
            for (var j = 0; j < groups.Length; j++)
            {
                foreach (var (left, right) in Pairs(groups[i], groups[j]))
                {
                    var pair = $"{left} and {right}";
                    Assert.True(Math.Sign(i.CompareTo(j)) == Math.Sign(left.CompareTo(right)), pair);
                    Assert.True(i < j == less(left, right), pair);
                    Assert.True(i <= j == lessOrEqual(left, right), pair);
                    Assert.True(i > j == greater(left, right), pair);
                    Assert.True(i >= j == greaterOrEqual(left, right), pair);
                }
            }
        }
    }

    private static IEnumerable<(T Left, T Right)> Pairs<T>(T[] lefts, T[] rights) =>
        from left in lefts from right in rights select (left, right);
}
