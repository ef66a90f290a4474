using System.Numerics;

namespace Nearcall.Tests.Values;

public class XmlRpcValueConversionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Default_IsNil_WithoutContent()
    {
        XmlRpcValue value = default;

        Assert.True(value.IsNil);
        Assert.Equal(XmlRpcKind.Nil, value.Kind);
        Assert.Null(value.Value);
        Assert.Equal(XmlRpcValue.Nil, value);
    }

    [Fact]
    public void Implicit_EachType_GetsItsKindAndContent()
    {
        AssertHolds(XmlRpcKind.Int, 5, 5);
        AssertHolds(XmlRpcKind.Int, (XmlRpcValue)(short)5, 5);
        AssertHolds(XmlRpcKind.I8, 5L, 5L);
        AssertHolds(XmlRpcKind.I8, uint.MaxValue, 4294967295L);
        AssertHolds(XmlRpcKind.Boolean, true, true);
        AssertHolds(XmlRpcKind.Boolean, false, false);
        AssertHolds(XmlRpcKind.Double, 2.5, 2.5);
        AssertHolds(XmlRpcKind.Double, 2.5f, 2.5);
        AssertHolds(XmlRpcKind.String, "text", "text");
        AssertHolds(XmlRpcKind.String, 'x', "x");
        AssertHolds(XmlRpcKind.DateTime, new XmlRpcDateTime(2026, 5, 4), new XmlRpcDateTime(2026, 5, 4));
        AssertHolds(XmlRpcKind.DateTime, new DateTime(2026, 5, 4), new XmlRpcDateTime(2026, 5, 4));
        AssertHolds(XmlRpcKind.DateTime, Noon, new XmlRpcDateTime(Noon.DateTime, Noon.Offset));
        AssertHolds(XmlRpcKind.BigInteger, new BigInteger(7), new BigInteger(7));
        AssertHolds(XmlRpcKind.BigDecimal, new XmlRpcBigDecimal(75, 1), new XmlRpcBigDecimal(75, 1));
        AssertHolds(XmlRpcKind.BigDecimal, 7.5m, new XmlRpcBigDecimal(75, 1));
        AssertHolds(XmlRpcKind.Array, XmlRpcArray.Create(1), XmlRpcArray.Create(1));
        AssertHolds(XmlRpcKind.Struct, new XmlRpcStruct { ["a"] = 1 }, new XmlRpcStruct { ["a"] = 1 });
    }

    [Fact]
    public void Factories_EachKind_HoldTheContent()
    {
        AssertHolds(XmlRpcKind.I1, XmlRpcValue.I1(-5), (sbyte)-5);
        AssertHolds(XmlRpcKind.I2, XmlRpcValue.I2(-5), (short)-5);
        AssertHolds(XmlRpcKind.Float, XmlRpcValue.Float(2.5f), 2.5f);
        AssertHolds(XmlRpcKind.ExtensionDateTime, XmlRpcValue.ExtensionDateTime(Noon), Noon);
        AssertHoldsOctets(XmlRpcKind.Base64, XmlRpcValue.Base64([1, 2]));
        AssertHoldsOctets(XmlRpcKind.Base64, new byte[] { 1, 2 });
        AssertHoldsOctets(XmlRpcKind.Base64, new ReadOnlyMemory<byte>([1, 2]));
        AssertHoldsOctets(XmlRpcKind.Dom, XmlRpcValue.Dom([1, 2]));
        AssertHoldsOctets(XmlRpcKind.Serializable, XmlRpcValue.Serializable([1, 2]));
    }

    [Fact]
    public void Octets_OfTheCaller_AreCopied()
    {
        byte[] octets = [1, 2];
        XmlRpcValue[] values =
        [
            octets, (ReadOnlyMemory<byte>)octets, XmlRpcValue.Base64(octets), XmlRpcValue.Dom(octets), XmlRpcValue.Serializable(octets),
        ];

        octets[0] = 9;

        Assert.All(values, value => Assert.Equal([1, 2], value.AsOctets().ToArray()));
    }

    [Fact]
    public void CollectionExpression_MixedAndNested_MakesAnArray()
    {
        XmlRpcValue value = [1, "two", [3.0, []], new XmlRpcStruct { ["four"] = [4] }];

        Assert.Equal(XmlRpcKind.Array, value.Kind);
        Assert.Equal(4, value.AsArray().Count);
        Assert.Equal(3.0, value[2][0].AsDouble());
        Assert.Equal(XmlRpcArray.Empty, value[2][1].AsArray());
        Assert.Equal(4, value[3]["four"][0].AsInt32());
    }

    [Fact]
    public void CollectionExpression_WithASpread_TakesTheItems()
    {
        XmlRpcValue first = [1, 2];

        XmlRpcValue value = [.. first, 3];

        Assert.Equal([1, 2, 3], value);
    }

    [Fact]
    public void Foreach_OverAnArray_GivesItsItems()
    {
        XmlRpcValue value = [1, 2, 3];
        var sum = 0;
        foreach (var item in value)
        {
            sum += item.AsInt32();
        }

        Assert.Equal(6, sum);
    }

    [Fact]
    public void Indexers_OnOtherKinds_SayWhatTheValueIs()
    {
        XmlRpcValue number = 5;

        Assert.Contains("int", Assert.Throws<InvalidCastException>(() => number[0]).Message, StringComparison.Ordinal);
        Assert.Contains("int", Assert.Throws<InvalidCastException>(() => number["a"]).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => number.GetEnumerator());
    }

    [Fact]
    public void Patterns_OverValues_ReadWell()
    {
        XmlRpcValue answer = [true, new XmlRpcStruct { ["name"] = "Ann" }, 7, 8];

        Assert.True(answer.Value is XmlRpcArray and [{ Value: true }, var result, ..] && result["name"].AsString() == "Ann");
        Assert.True(answer.Value is XmlRpcArray and [_, { Value: XmlRpcStruct { Count: 1 } }, .. var rest] && rest == [7, 8]);
        Assert.False(answer.Value is XmlRpcArray and [{ Value: false }, ..]);
        Assert.False(answer.Value is XmlRpcArray and []);
        Assert.Equal("a number from 1 to 9", Describe(answer[2]));
        Assert.Equal("nothing", Describe(default));
        Assert.Equal("4 items", Describe(answer));
    }

    private static string Describe(XmlRpcValue value) => value.Value switch
    {
        null => "nothing",
        int and >= 1 and <= 9 => "a number from 1 to 9",
        XmlRpcArray { Count: var count } => $"{count} items",
        _ => "something else",
    };

    private static void AssertHolds(XmlRpcKind kind, XmlRpcValue value, object content)
    {
        Assert.Equal(kind, value.Kind);
        Assert.False(value.IsNil);
        Assert.Equal(content, value.Value);
        Assert.Equal(content.GetType(), value.Value!.GetType());
    }

    private static void AssertHoldsOctets(XmlRpcKind kind, XmlRpcValue value)
    {
        Assert.Equal(kind, value.Kind);
        Assert.Equal([1, 2], Assert.IsType<ReadOnlyMemory<byte>>(value.Value).ToArray());
        Assert.Equal([1, 2], value.AsOctets().ToArray());
    }
}
