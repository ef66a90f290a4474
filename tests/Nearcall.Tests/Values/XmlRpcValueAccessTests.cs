using System.Globalization;
using System.Numerics;

namespace Nearcall.Tests.Values;

public class XmlRpcValueAccessTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.FromHours(2));

    private static readonly XmlRpcValue[] OneOfEach =
    [
        default, 5, true, "text", 2.5, new XmlRpcDateTime(2026, 5, 4), XmlRpcValue.Base64([1]), new XmlRpcStruct { ["a"] = 1 },
        XmlRpcArray.Create(1), 5L, XmlRpcValue.I1(5), XmlRpcValue.I2(5), XmlRpcValue.Float(2.5f), 7.5m, new BigInteger(5),
        XmlRpcValue.ExtensionDateTime(Noon), XmlRpcValue.Dom([1]), XmlRpcValue.Serializable([1]),
    ];

    private delegate bool TryGet<T>(XmlRpcValue value, out T? content);

    [Fact]
    public void OneOfEach_HasEveryKind() => Assert.Equal(Enum.GetValues<XmlRpcKind>(), OneOfEach.Select(value => value.Kind));

    [Fact]
    public void AsBoolean_OtherKinds_AreRefused() =>
        AssertOnly(value => value.AsBoolean(), (value, out content) => value.TryGetBoolean(out content), XmlRpcKind.Boolean);

    [Fact]
    public void AsString_OtherKinds_AreRefused() =>
        AssertOnly(value => value.AsString(), (value, out content) => value.TryGetString(out content), XmlRpcKind.String);

    [Fact]
    public void AsDateTime_OtherKinds_AreRefused() => AssertOnly(
        value => value.AsDateTime(),
        (value, out content) => value.TryGetDateTime(out content),
        XmlRpcKind.DateTime, XmlRpcKind.ExtensionDateTime);

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_AsDateTimeOffset_WithoutAnOffset_AssumesNone()
    {
        AssertOnly(
            value => value.AsDateTimeOffset(),
            (value, out content) => value.TryGetDateTimeOffset(out content),
            XmlRpcKind.ExtensionDateTime);

        XmlRpcValue withOffset = Noon;
        Assert.Equal(Noon, withOffset.AsDateTimeOffset());
        Assert.True(withOffset.TryGetDateTimeOffset(out var instant));
        Assert.Equal(TimeSpan.FromHours(2), instant.Offset);
    }

    [Fact]
    public void AsBase64_OtherKinds_AreRefused() =>
        AssertOnly(value => value.AsBase64(), (value, out content) => value.TryGetBase64(out content), XmlRpcKind.Base64);

    [Fact]
    public void AsOctets_OtherKinds_AreRefused() => AssertOnly(
        value => value.AsOctets(),
        (value, out content) => value.TryGetOctets(out content),
        XmlRpcKind.Base64, XmlRpcKind.Dom, XmlRpcKind.Serializable);

    [Fact]
    public void AsStruct_OtherKinds_AreRefused() =>
        AssertOnly(value => value.AsStruct(), (value, out content) => value.TryGetStruct(out content), XmlRpcKind.Struct);

    [Fact]
    public void AsArray_OtherKinds_AreRefused() =>
        AssertOnly(value => value.AsArray(), (value, out content) => value.TryGetArray(out content), XmlRpcKind.Array);

    [Fact]
    public void AsWholeNumber_AnyWholeKind_IsTaken()
    {
        XmlRpcKind[] whole = [XmlRpcKind.Int, XmlRpcKind.I8, XmlRpcKind.I1, XmlRpcKind.I2, XmlRpcKind.BigInteger];

        AssertOnly(value => value.AsSByte(), (value, out content) => value.TryGetSByte(out content), whole);
        AssertOnly(value => value.AsInt16(), (value, out content) => value.TryGetInt16(out content), whole);
        AssertOnly(value => value.AsInt32(), (value, out content) => value.TryGetInt32(out content), whole);
        AssertOnly(value => value.AsInt64(), (value, out content) => value.TryGetInt64(out content), whole);
        AssertOnly(value => value.AsBigInteger(), (value, out content) => value.TryGetBigInteger(out content), whole);
        AssertOnly(
            value => value.AsDouble(),
            (value, out content) => value.TryGetDouble(out content),
            [.. whole, XmlRpcKind.Double, XmlRpcKind.Float]);
        AssertOnly(value => value.AsSingle(), (value, out content) => value.TryGetSingle(out content), [.. whole, XmlRpcKind.Float]);
        AssertOnly(
            value => value.AsBigDecimal(), (value, out content) => value.TryGetBigDecimal(out content), [.. whole, XmlRpcKind.BigDecimal]);
        AssertOnly(value => value.AsDecimal(), (value, out content) => value.TryGetDecimal(out content), [.. whole, XmlRpcKind.BigDecimal]);
        Assert.All(OneOfEach.Where(value => whole.Contains(value.Kind)), value =>
        {
            Assert.Equal(5, value.AsSByte());
            Assert.Equal(5, value.AsInt16());
            Assert.Equal(5, value.AsInt32());
            Assert.Equal(5L, value.AsInt64());
            Assert.Equal(5, value.AsBigInteger());
            Assert.Equal(5.0, value.AsDouble());
            Assert.Equal(5f, value.AsSingle());
            Assert.Equal(5m, value.AsDecimal());
            Assert.Equal(5, value.AsBigDecimal());
        });
    }

    [Theory]
    [InlineData("127", "128")]
    [InlineData("-128", "-129")]
    public void AsSByte_BeyondTheRange_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsSByte(), (value, out content) => value.TryGetSByte(out content));

    [Theory]
    [InlineData("32767", "32768")]
    [InlineData("-32768", "-32769")]
    public void AsInt16_BeyondTheRange_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsInt16(), (value, out content) => value.TryGetInt16(out content));

    [Theory]
    [InlineData("2147483647", "2147483648")]
    [InlineData("-2147483648", "-2147483649")]
    public void AsInt32_BeyondTheRange_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsInt32(), (value, out content) => value.TryGetInt32(out content));

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775808")]
    [InlineData("-9223372036854775808", "-9223372036854775809")]
    public void AsInt64_BeyondTheRange_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsInt64(), (value, out content) => value.TryGetInt64(out content));

    [Theory]
    [InlineData("9007199254740992", "9007199254740993")]
    [InlineData("-9007199254740992", "-9007199254740993")]
    public void AsDouble_WhereItWouldRound_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsDouble(), (value, out content) => value.TryGetDouble(out content));

    [Theory]
    [InlineData("16777216", "16777217")]
    [InlineData("-16777216", "-16777217")]
    public void AsSingle_WhereItWouldRound_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsSingle(), (value, out content) => value.TryGetSingle(out content));

    [Theory]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950336")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950336")]
    public void AsDecimal_WhereItWouldRound_Overflows(string last, string beyond) =>
        AssertRange(last, beyond, value => value.AsDecimal(), (value, out content) => value.TryGetDecimal(out content));

    [Fact]
    public void AsDouble_OfAFloat_IsTheSameNumber() => Assert.Equal(0.1f, XmlRpcValue.Float(0.1f).AsDouble());

    private static void AssertRange<T>(string last, string beyond, Func<XmlRpcValue, T> get, TryGet<T> tryGet)
        where T : struct, INumber<T>
    {
        XmlRpcValue inside = BigInteger.Parse(last, CultureInfo.InvariantCulture);
        Assert.True(tryGet(inside, out var content));
        Assert.Equal(content, get(inside));
        Assert.Equal(last, BigInteger.CreateChecked(content).ToString(CultureInfo.InvariantCulture));

        XmlRpcValue outside = BigInteger.Parse(beyond, CultureInfo.InvariantCulture);
        Assert.False(tryGet(outside, out content));
        Assert.Equal(default, content);
        Assert.Contains(beyond, Assert.Throws<OverflowException>(() => get(outside)).Message, StringComparison.Ordinal);
        if (outside.TryGetInt64(out var number))
        {
            Assert.False(tryGet(number, out _));
        }
    }

    private static void AssertOnly<T>(Func<XmlRpcValue, T> get, TryGet<T> tryGet, params XmlRpcKind[] kinds)
    {
        foreach (var value in OneOfEach)
        {
            var expected = kinds.Contains(value.Kind);
            Assert.Equal(expected, tryGet(value, out var content));
            if (expected)
            {
                Assert.Equal(content, get(value));
            }
            else
            {
                Assert.Equal(default, content);
                var problem = Assert.Throws<InvalidCastException>(() => get(value)).Message;
                var element = value.Kind == XmlRpcKind.ExtensionDateTime ? "ex:dateTime" : value.Kind.ToString();
                Assert.Contains(element, problem, StringComparison.OrdinalIgnoreCase);
            }
        }
    }
}
