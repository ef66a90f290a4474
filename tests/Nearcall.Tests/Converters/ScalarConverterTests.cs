using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Nearcall.Tests.Values;

namespace Nearcall.Tests.Converters;

public class ScalarConverterTests
{
    [Fact]
    public void WholeNumbers_RoundTrip_InTheirElements()
    {
        AssertRoundTrips(XmlRpcKind.Int, ValueGenerators.Int32);
        AssertRoundTrips(XmlRpcKind.I8, ValueGenerators.Int64);
        AssertRoundTrips(XmlRpcKind.Int, ValueGenerators.Int32.Select(number => (short)number));
        AssertRoundTrips(XmlRpcKind.Int, ValueGenerators.Int32.Select(number => (sbyte)number));
        AssertRoundTrips(XmlRpcKind.BigInteger, ValueGenerators.BigInteger);
    }

    [Fact]
    public void Fractions_RoundTrip_InTheirElements()
    {
        AssertRoundTrips(XmlRpcKind.Double, ValueGenerators.FiniteDouble);
        AssertRoundTrips(XmlRpcKind.Double, ValueGenerators.FiniteSingle);
        AssertRoundTrips(XmlRpcKind.BigDecimal, ValueGenerators.BigDecimal);
        AssertRoundTrips(XmlRpcKind.BigDecimal, ValueGenerators.Int64.Select(number => number / 1000m));
    }

    [Fact]
    public void Texts_RoundTrip_InTheirElements()
    {
        AssertRoundTrips(XmlRpcKind.String, ValueGenerators.Text);
        AssertRoundTrips(XmlRpcKind.Boolean, Gen.Elements(true, false));
        AssertRoundTrips(XmlRpcKind.Base64, ValueGenerators.Octets);
        PropertyCheck.Holds(ValueGenerators.Octets, octets =>
            Assert.Equal(octets, ConverterRun.RoundTrip<ReadOnlyMemory<byte>>(octets, XmlRpcKind.Base64).ToArray()));
    }

    [Fact]
    public void Dates_RoundTrip_InTheirElements()
    {
        AssertRoundTrips(XmlRpcKind.DateTime, ValueGenerators.AnyDate);
        PropertyCheck.Holds(ValueGenerators.Instant, instant =>
            Assert.True(instant.EqualsExact(ConverterRun.RoundTrip(instant, XmlRpcKind.DateTime))));
        PropertyCheck.Holds(ValueGenerators.Instant, instant => AssertSameDate(instant.UtcDateTime));
        PropertyCheck.Holds(ValueGenerators.Instant, instant => AssertSameDate(instant.DateTime));
    }

    [Fact]
    public void Values_RoundTrip_WithTheirKinds()
    {
        AssertRoundTrips(null, ValueGenerators.Nested(ValueGenerators.AnyScalar));
        Assert.Equal([1, "x"], ConverterRun.RoundTrip<XmlRpcArray>([1, "x"], XmlRpcKind.Array));
        Assert.Equal(new() { ["a"] = 1 }, ConverterRun.RoundTrip<XmlRpcStruct>(new() { ["a"] = 1 }, XmlRpcKind.Struct));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("i4")]
    [InlineData("i8")]
    [InlineData("ex:i1")]
    [InlineData("ex:i2")]
    [InlineData("ex:biginteger")]
    [Trait("Rule", "R12")]
    public void R12_WholeNumber_InAnyWholeElement_IsTaken(string element)
    {
        var text = $"<value><{element}>100</{element}></value>";

        Assert.Equal(100, ConverterRun.Read<int>(text));
        Assert.Equal(100, ConverterRun.Read<long>(text));
        Assert.Equal(100, ConverterRun.Read<short>(text));
        Assert.Equal(100, ConverterRun.Read<sbyte>(text));
        Assert.Equal(100, ConverterRun.Read<BigInteger>(text));
        Assert.Equal(100, ConverterRun.Read<XmlRpcBigDecimal>(text));
        Assert.Equal(100m, ConverterRun.Read<decimal>(text));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("i8")]
    [InlineData("double")]
    public void Double_OfAWholeNumber_IsTaken(string element)
    {
        Assert.Equal(100.0, ConverterRun.Read<double>($"<value><{element}>100</{element}></value>"));
        Assert.Equal(100f, ConverterRun.Read<float>($"<value><{element}>100</{element}></value>"));
    }

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_Numbers_ThatDoNotFit_AreRefusedAtTheirPlace()
    {
        AssertDoesNotFit<sbyte>("<value><int>128</int></value>");
        AssertDoesNotFit<short>("<value><int>32768</int></value>");
        AssertDoesNotFit<int>("<value><i8>2147483648</i8></value>");
        AssertDoesNotFit<long>("<value><ex:biginteger>9223372036854775808</ex:biginteger></value>");
        AssertDoesNotFit<double>("<value><i8>9007199254740993</i8></value>");
        AssertDoesNotFit<float>("<value><int>16777217</int></value>");
        AssertDoesNotFit<decimal>("<value><ex:bigdecimal>0.12345678901234567890123456789</ex:bigdecimal></value>");
        AssertDoesNotFit<int>("<value><double>1.0</double></value>");
        AssertDoesNotFit<decimal>("<value><double>1.0</double></value>");
        AssertDoesNotFit<string>("<value><int>1</int></value>");
        AssertDoesNotFit<bool>("<value><int>1</int></value>");
        AssertDoesNotFit<byte[]>("<value>AQI=</value>");
        AssertDoesNotFit<ReadOnlyMemory<byte>>("<value>AQI=</value>");
        AssertDoesNotFit<DateTime>("<value>19980717T14:08:55</value>");
        AssertDoesNotFit<XmlRpcArray>("<value><struct></struct></value>");
        AssertDoesNotFit<XmlRpcStruct>("<value><array><data></data></array></value>");
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_DateTime_TakesTheKindThatTheOffsetSays()
    {
        var plain = ConverterRun.Read<DateTime>("<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>");
        var utc = ConverterRun.Read<DateTime>("<value><dateTime.iso8601>19980717T14:08:55Z</dateTime.iso8601></value>");
        var other = ConverterRun.ReadFails<DateTime>("<value><dateTime.iso8601>19980717T14:08:55+02:00</dateTime.iso8601></value>");

        Assert.Equal((new DateTime(1998, 7, 17, 14, 8, 55), DateTimeKind.Unspecified), (plain, plain.Kind));
        Assert.Equal((new DateTime(1998, 7, 17, 14, 8, 55), DateTimeKind.Utc), (utc, utc.Kind));
        Assert.Equal("R31", other.Rule);
        Assert.Contains("DateTimeOffset", other.Message, StringComparison.Ordinal);
        Assert.Equal("[0]", other.Path);
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_DateTimeOffset_WithoutAnOffset_IsRefused()
    {
        var problem = ConverterRun.ReadFails<DateTimeOffset>("<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>");

        Assert.Equal("R31", problem.Rule);
        Assert.Equal("[0]", problem.Path);
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_DateTime_WithAnOffset_IsNotWrittenByTheStrict()
    {
        Assert.Contains(
            "19980717T14:08:55<",
            ConverterRun.Write(new DateTime(1998, 7, 17, 14, 8, 55), XmlRpcDialect.Strict),
            StringComparison.Ordinal);
        Assert.Throws<XmlRpcFormatException>(
            () => ConverterRun.Write(new DateTime(1998, 7, 17, 14, 8, 55, DateTimeKind.Utc), XmlRpcDialect.Strict));
        Assert.Throws<XmlRpcFormatException>(
            () => ConverterRun.Write(new DateTimeOffset(1998, 7, 17, 14, 8, 55, TimeSpan.Zero), XmlRpcDialect.Strict));
    }

    [Fact]
    [Trait("Rule", "R32")]
    public void R32_DateTime_OfTheZeroDate_IsRefused()
    {
        const string Zero = "<value><dateTime.iso8601>00000000T00:00:00</dateTime.iso8601></value>";

        Assert.Equal("R32", ConverterRun.ReadFails<DateTime>(Zero).Rule);
        Assert.True(ConverterRun.Read<XmlRpcDateTime>(Zero).IsZero);
    }

    [Fact]
    [Trait("Rule", "R77")]
    public void R77_Extensions_WithoutTheSwitch_AreNotWritten()
    {
        AssertRefused(5L, nameof(XmlRpcDialect.WriteI8));
        AssertRefused(5m, nameof(XmlRpcDialect.WriteExtensions));
        AssertRefused(new XmlRpcBigDecimal(5), nameof(XmlRpcDialect.WriteExtensions));
        AssertRefused(new BigInteger(5), nameof(XmlRpcDialect.WriteExtensions));
        Assert.Equal("<value><int>5</int></value>", ConverterRun.Write<short>(5, XmlRpcDialect.Strict));
        Assert.Equal("<value><int>-5</int></value>", ConverterRun.Write<sbyte>(-5, XmlRpcDialect.Strict));
        Assert.Equal("<value><double>0.5</double></value>", ConverterRun.Write(0.5f, XmlRpcDialect.Strict));
    }

    private static void AssertRefused<T>(T value, string name)
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(value, XmlRpcDialect.Strict));

        Assert.Equal($"{nameof(XmlRpcDialect)}.{name}", problem.Switch);
    }

    private static void AssertDoesNotFit<T>(string text)
    {
        var problem = ConverterRun.ReadFails<T>(text);

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, problem.FaultCode);
        Assert.Equal("[0]", problem.Path);
    }

    private static void AssertRoundTrips<T>(XmlRpcKind? kind, Gen<T> cases) =>
        PropertyCheck.Holds(cases, value => Assert.Equal(value, ConverterRun.RoundTrip(value, kind)));

    private static void AssertSameDate(DateTime date)
    {
        var read = ConverterRun.RoundTrip(date, XmlRpcKind.DateTime);
        Assert.Equal((date.Ticks, date.Kind), (read.Ticks, read.Kind));
    }
}
