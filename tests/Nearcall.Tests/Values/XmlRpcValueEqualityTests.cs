using System.Globalization;
using System.Numerics;

namespace Nearcall.Tests.Values;

public class XmlRpcValueEqualityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Equals_EveryKind_KeepsTheContract() => ValueContract.AssertEquality<XmlRpcValue>(
        (left, right) => left == right,
        (left, right) => left != right,
        [default, XmlRpcValue.Nil, (string?)null, (byte[]?)null, (XmlRpcStruct?)null, (XmlRpcArray?)null],
        [5, 5],
        [6],
        [5L, 5L],
        [XmlRpcValue.I1(5), XmlRpcValue.I1(5)],
        [XmlRpcValue.I2(5), XmlRpcValue.I2(5)],
        [new BigInteger(5), BigInteger.Parse("5", CultureInfo.InvariantCulture)],
        [5m, 5.0m, new XmlRpcBigDecimal(500, 2)],
        [5.0, 5.0],
        [XmlRpcValue.Float(5), XmlRpcValue.Float(5)],
        [true, true],
        [false],
        [1],
        [0],
        ["5", string.Concat("", "5")],
        [""],
        ["a"],
        ["A"],
        [0.0],
        [-0.0],
        [double.NaN, -double.NaN, BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0001)],
        [XmlRpcValue.Float(float.NaN), XmlRpcValue.Float(-float.NaN)],
        [double.PositiveInfinity],
        [new XmlRpcDateTime(2026, 5, 4, 12), new DateTime(2026, 5, 4, 12, 0, 0)],
        [Noon, new XmlRpcDateTime(Noon.DateTime, Noon.Offset)],
        [Noon.ToUniversalTime(), Noon.UtcDateTime],
        [XmlRpcValue.ExtensionDateTime(Noon), XmlRpcValue.ExtensionDateTime(Noon)],
        [XmlRpcValue.ExtensionDateTime(Noon.ToUniversalTime())],
        [default(XmlRpcDateTime)],
        [new byte[] { 1, 2 }, XmlRpcValue.Base64([1, 2]), new ReadOnlyMemory<byte>([1, 2])],
        [XmlRpcValue.Base64([1, 3])],
        [XmlRpcValue.Base64([])],
        [XmlRpcValue.Dom([1, 2]), XmlRpcValue.Dom([1, 2])],
        [XmlRpcValue.Serializable([1, 2]), XmlRpcValue.Serializable([1, 2])],
        [XmlRpcArray.Empty, XmlRpcValue.CreateArray([])],
        [XmlRpcArray.Create(1, 2), XmlRpcValue.CreateArray([1, 2])],
        [XmlRpcArray.Create(2, 1)],
        [XmlRpcArray.Create(1)],
        [XmlRpcStruct.Empty, new XmlRpcStruct()],
        [new XmlRpcStruct { ["a"] = 1, ["b"] = 2 }, new XmlRpcStruct { ["b"] = 2, ["a"] = 1 }],
        [new XmlRpcStruct { ["a"] = 1, ["b"] = 3 }],
        [new XmlRpcStruct { ["a"] = 1, ["B"] = 2 }]);

    [Fact]
    public void Equals_RandomValues_EachEqualsItselfRebuilt() => PropertyCheck.Holds(
        ValueGenerators.Nested(ValueGenerators.AnyScalar),
        value =>
        {
            var rebuilt = Rebuild(value);
            Assert.Equal(value, rebuilt);
            Assert.Equal(value.GetHashCode(), rebuilt.GetHashCode());
            Assert.Equal(value.Kind, rebuilt.Kind);
        });

    /// <summary>Makes the value again from its parts, the members of structs in reverse.</summary>
    private static XmlRpcValue Rebuild(XmlRpcValue value) => value.Value switch
    {
        XmlRpcStruct members => new XmlRpcStruct(
            members.Reverse().Select(member => KeyValuePair.Create(member.Key, Rebuild(member.Value)))),
        XmlRpcArray items => XmlRpcArray.Create(items.Select(Rebuild)),
        int number => number,
        long number => number,
        sbyte number => XmlRpcValue.I1(number),
        short number => XmlRpcValue.I2(number),
        BigInteger number => number,
        XmlRpcBigDecimal number => number,
        double number => number,
        float number => XmlRpcValue.Float(number),
        bool truth => truth,
        string text => new string(text),
        XmlRpcDateTime date => date,
        DateTimeOffset date => XmlRpcValue.ExtensionDateTime(date),
        ReadOnlyMemory<byte> octets => octets,
        _ => default,
    };
}
