using System.Globalization;
using System.Numerics;
using System.Text;

namespace Nearcall.Tests.Values;

[Trait("Rule", "R74")]
public class XmlRpcBigDecimalTests
{
    [Fact]
    public void Default_IsZero()
    {
        XmlRpcBigDecimal zero = default;

        Assert.Equal(0, zero);
        Assert.Equal("0", zero.ToString());
    }

    [Theory]
    [InlineData("0", "0", 0)]
    [InlineData("-0", "0", 0)]
    [InlineData("+7", "7", 0)]
    [InlineData("007", "7", 0)]
    [InlineData("12.50", "1250", 2)]
    [InlineData("-12.50", "-1250", 2)]
    [InlineData(".5", "5", 1)]
    [InlineData("5.", "5", 0)]
    [InlineData("0.001", "1", 3)]
    [InlineData("1.25E+3", "125", -1)]
    [InlineData("1.25e-3", "125", 5)]
    [InlineData("1e4096", "1", -4096)]
    [InlineData("1e-4096", "1", 4096)]
    [InlineData("123456789012345678901234567890.5", "1234567890123456789012345678905", 1)]
    public void Parse_ANumber_KeepsDigitsAndScale(string text, string digits, int scale)
    {
        Assert.True(XmlRpcBigDecimal.TryParse(text.AsSpan(), out var fromText));
        Assert.True(XmlRpcBigDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var fromUtf8));

        Assert.All([XmlRpcBigDecimal.Parse(text), fromText, fromUtf8, .. ReadAs<XmlRpcBigDecimal>(text)], number =>
        {
            Assert.Equal(BigInteger.Parse(digits, CultureInfo.InvariantCulture), number.UnscaledValue);
            Assert.Equal(scale, number.Scale);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("--1")]
    [InlineData("0x1")]
    [InlineData("NaN")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e+-1")]
    [InlineData("1e1.5")]
    [InlineData("1e4097")]
    [InlineData("1e-4097")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("١٢")]
    public void Parse_OfAnythingElse_IsRefused(string text)
    {
        Assert.False(XmlRpcBigDecimal.TryParse(text, out var number));
        Assert.Equal(default, number);
        Assert.False(XmlRpcBigDecimal.TryParse(text.AsSpan(), out _));
        Assert.False(XmlRpcBigDecimal.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.Throws<FormatException>(() => XmlRpcBigDecimal.Parse(text));
        AssertRefusedAs<XmlRpcBigDecimal>(text);
    }

    [Fact]
    public void Parse_Null_IsRefused()
    {
        Assert.False(XmlRpcBigDecimal.TryParse((string?)null, out _));
        Assert.Throws<ArgumentNullException>(() => XmlRpcBigDecimal.Parse(null!));
    }

    [Theory]
    [InlineData("5", 0, "5")]
    [InlineData("5", 1, "0.5")]
    [InlineData("-5", 3, "-0.005")]
    [InlineData("1250", 2, "12.50")]
    [InlineData("125", -2, "12500")]
    [InlineData("0", -2, "0")]
    [InlineData("0", 2, "0.00")]
    public void Format_AnyScale_HasNoExponent(string digits, int scale, string expected)
    {
        var number = new XmlRpcBigDecimal(BigInteger.Parse(digits, CultureInfo.InvariantCulture), scale);
        var text = new char[expected.Length];
        var utf8 = new byte[expected.Length];

        Assert.Equal(expected, number.ToString());
        Assert.Equal(expected, string.Create(new CultureInfo("de-DE"), $"{number:N2}"));
        Assert.Equal(expected, ((IFormattable)number).ToString("N2", new CultureInfo("de-DE")));
        Assert.True(number.TryFormat(text, out var charsWritten));
        Assert.True(number.TryFormat(utf8, out var bytesWritten));
        Assert.Equal(expected, new string(text, 0, charsWritten));
        Assert.Equal(expected, Encoding.ASCII.GetString(utf8, 0, bytesWritten));
        Assert.False(number.TryFormat(text.AsSpan(1), out charsWritten));
        Assert.False(number.TryFormat(utf8.AsSpan(1), out bytesWritten));
        Assert.Equal(0, charsWritten + bytesWritten);
        Assert.True(((ISpanFormattable)number).TryFormat(text, out charsWritten, "N2", null));
        Assert.True(((IUtf8SpanFormattable)number).TryFormat(utf8, out bytesWritten, "N2", null));
        Assert.Equal(expected.Length * 2, charsWritten + bytesWritten);
    }

    [Theory]
    [InlineData(4097)]
    [InlineData(-4097)]
    public void Constructor_OfAGreaterScale_Throws(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcBigDecimal(1, scale));

    [Fact]
    public void Equals_NumbersOfAnyScale_KeepsTheContract() => ValueContract.AssertEquality<XmlRpcBigDecimal>(
        (left, right) => left == right,
        (left, right) => left != right,
        [default, 0, 0.00m, new(0, -4096), new(0, 4096)],
        [1, 1L, 1.0m, 1.00m, new(100, 2), BigInteger.One],
        [-1, -1.0m],
        [100, new(1, -2), 100.0m],
        [0.1m, new(10, 2), new(BigInteger.Pow(10, 100), 101)],
        [new(1, 4096)],
        [new(1, -4096), BigInteger.Pow(10, 4096)]);

    [Fact]
    public void CompareTo_NumbersOfAnyScale_KeepsTheContract() => ValueContract.AssertOrder<XmlRpcBigDecimal>(
        (left, right) => left < right,
        (left, right) => left <= right,
        (left, right) => left > right,
        (left, right) => left >= right,
        [new(-1, -4096)],
        [-1.5m, -1.50m],
        [default, 0.0m],
        [new(1, 4096)],
        [0.15m],
        [1.5m, 1.500m],
        [new(15, -1), 150]);

    [Fact]
    public void Decimal_ThereAndBack_KeepsDigitsAndScale()
    {
        decimal[] numbers =
        [
            0m, 0.00m, 1m, -1m, 12.50m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m,
            -7.9228162514264337593543950335m,
        ];

        Assert.All(numbers, number =>
        {
            XmlRpcBigDecimal big = number;
            Assert.Equal(number.Scale, big.Scale);
            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), big.ToString());
            Assert.Equal(decimal.GetBits(number), decimal.GetBits((decimal)big));
        });
    }

    [Theory]
    [InlineData("1e28", true)]
    [InlineData("1e29", false)]
    [InlineData("1e-28", true)]
    [InlineData("1e-29", false)]
    [InlineData("1.00000000000000000000000000000000000", true)]
    [InlineData("79228162514264337593543950335.00", true)]
    [InlineData("79228162514264337593543950335.5", false)]
    [InlineData("-79228162514264337593543950336", false)]
    public void ToDecimal_WhereItIsNotExact_Overflows(string text, bool isExact)
    {
        var number = XmlRpcBigDecimal.Parse(text);

        if (isExact)
        {
            Assert.Equal(number, (decimal)number);
        }
        else
        {
            Assert.Throws<OverflowException>(() => (decimal)number);
        }
    }

    [Fact]
    public void ToDouble_AnyNumber_IsTheNearest()
    {
        Assert.Equal(0.1, (double)XmlRpcBigDecimal.Parse("0.1"));
        Assert.Equal(1e300, (double)XmlRpcBigDecimal.Parse("1e300"));
        Assert.Equal(0, (double)XmlRpcBigDecimal.Parse("1e-400"));
        Assert.Throws<OverflowException>(() => (double)XmlRpcBigDecimal.Parse("1e400"));
        Assert.Throws<OverflowException>(() => (double)XmlRpcBigDecimal.Parse("-1e400"));
    }

    [Fact]
    public void ToString_RandomNumbers_IsReadBack() => PropertyCheck.Holds(ValueGenerators.BigDecimal, number =>
    {
        var read = XmlRpcBigDecimal.Parse(number.ToString());
        Assert.Equal(number, read);
        Assert.Equal(number.GetHashCode(), read.GetHashCode());
        Assert.True(number.Scale <= 0 || number.Scale == read.Scale);
    });

    private static T ReadAsString<T>(string text)
        where T : IParsable<T>
    {
        Assert.True(T.TryParse(text, null, out var number));
        Assert.Equal(number, T.Parse(text, null));
        return number;
    }

    /// <summary>Reads a text through the framework's interfaces.</summary>
    private static T[] ReadAs<T>(string text)
        where T : ISpanParsable<T>, IUtf8SpanParsable<T>
    {
        Assert.True(T.TryParse(text.AsSpan(), null, out var fromText));
        Assert.True(T.TryParse(Encoding.UTF8.GetBytes(text), null, out var fromUtf8));
        return
        [
            ReadAsString<T>(text), fromText, T.Parse(text.AsSpan(), null), fromUtf8, T.Parse(Encoding.UTF8.GetBytes(text), null),
        ];
    }

    private static void AssertRefusedAs<T>(string text)
        where T : ISpanParsable<T>, IUtf8SpanParsable<T>
    {
        Assert.False(T.TryParse(text.AsSpan(), null, out _));
        Assert.False(T.TryParse(Encoding.UTF8.GetBytes(text), null, out _));
        Assert.Throws<FormatException>(() => T.Parse(text.AsSpan(), null));
        Assert.Throws<FormatException>(() => T.Parse(Encoding.UTF8.GetBytes(text), null));
    }
}
