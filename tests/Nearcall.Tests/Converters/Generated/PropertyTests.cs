using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Nearcall;
using Nearcall.Tests.Converters.Generated;
using Nearcall.Tests.Values;

[assembly: XmlRpcConvertible(typeof(PropertyTests.Mixed))]
[assembly: XmlRpcConvertible(typeof(PropertyTests.Tree))]

namespace Nearcall.Tests.Converters.Generated;

/// <summary>What is written is read back, for random values of types that are made of others.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<Line> Lines = ValueGenerators.Int32.Zip(
        ValueGenerators.Int64,
        (number, price) => new Line(number, price / 100m) { IsGift = number % 2 == 0, Stock = number % 3 == 0 ? null : number });

    [Fact]
    public void RoundTrip_OfOrders_KeepsThem() =>
        PropertyCheck.Holds(
            from id in ValueGenerators.Int32
            from title in ValueGenerators.Text
            from status in Gen.Elements(Status.Open, Status.Paid, Status.Sent)
            from weight in OrNone(ValueGenerators.FiniteDouble)
            from lines in Lines.ListOf()
            from note in ValueGenerators.Text.OrNull()
            from number in ValueGenerators.Int32
            select new Order(id, title, status, weight)
            {
                Lines = [.. lines], Note = note, Priority = number, Discount = id % 2 == 0 ? 0 : number, Coupon = note,
            },
            order => Assert.Equal(order, ConverterRun.RoundTrip(order, XmlRpcKind.Struct)));

    [Fact]
    public void RoundTrip_OfMixedContainers_KeepsThem() =>
        PropertyCheck.Holds(
            from pairs in ValueGenerators.Text.Zip(OrNone(ValueGenerators.Int64)).ListOf()
            from texts in ValueGenerators.Text.ArrayOf()
            from lines in Lines.ArrayOf().ArrayOf()
            from octets in ValueGenerators.Octets
            from value in ValueGenerators.Nested(ValueGenerators.AnyScalar)
            select new Mixed(
                [.. pairs],
                texts.Distinct().Zip(lines).ToImmutableDictionary(pair => pair.First, pair => pair.Second),
                octets,
                value),
            mixed =>
            {
                var read = ConverterRun.RoundTrip(mixed, XmlRpcKind.Struct);
                Assert.Equal(mixed.Pairs, read.Pairs);
                Assert.Equal(InOrder(mixed.Lines), InOrder(read.Lines));
                Assert.Equal(mixed.Octets.ToArray(), read.Octets.ToArray());
                Assert.Equal(mixed.Value, read.Value);
            });

    [Fact]
    public void RoundTrip_OfTrees_KeepsThem() =>
        PropertyCheck.Holds(Trees(3), tree => Assert.Equal(Flat(tree), Flat(ConverterRun.RoundTrip(tree, XmlRpcKind.Struct))));

    private static IEnumerable<KeyValuePair<string, Line[]>> InOrder(ImmutableDictionary<string, Line[]> lines) =>
        lines.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    private static Gen<Tree> Trees(int levels) =>
        from name in ValueGenerators.Text
        from left in Subtrees(levels)
        from right in Subtrees(levels)
        select new Tree(name, left, right);

    private static Gen<Tree?> Subtrees(int levels) =>
        levels == 0 ? Gen.Constant<Tree?>(null) : Gen.OneOf(Gen.Constant<Tree?>(null), Trees(levels - 1).Select(tree => (Tree?)tree));

    private static Gen<T?> OrNone<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static IEnumerable<string?> Flat(Tree? tree) => tree is null ? [null] : [tree.Name, .. Flat(tree.Left), .. Flat(tree.Right)];

    internal sealed record Mixed(
        List<(string Name, long? Number)> Pairs, ImmutableDictionary<string, Line[]> Lines, ReadOnlyMemory<byte> Octets, XmlRpcValue Value);

    internal sealed record Tree(string Name, Tree? Left, [XmlRpcNil(XmlRpcNilForm.False)] Tree? Right);
}
