using System.Globalization;
using FsCheck.Fluent;
using Nearcall.Tests.Values;

namespace Nearcall.Tests.Converters;

/// <summary>The types of .NET that the protocol has no element for and that travel in another's.</summary>
public class MoreScalarConverterTests
{
    [Fact]
    public void WholeNumbers_WithoutASign_RoundTripInTheirElements()
    {
        PropertyCheck.Holds(ValueGenerators.Int64, number =>
        {
            Assert.Equal((byte)number, ConverterRun.RoundTrip((byte)number, XmlRpcKind.Int));
            Assert.Equal((ushort)number, ConverterRun.RoundTrip((ushort)number, XmlRpcKind.Int));
            Assert.Equal((uint)number, ConverterRun.RoundTrip((uint)number, XmlRpcKind.I8));
            Assert.Equal((ulong)number & long.MaxValue, ConverterRun.RoundTrip((ulong)number & long.MaxValue, XmlRpcKind.I8));
        });
    }

    [Fact]
    public void Half_RoundTrips_AsADouble() => PropertyCheck.Holds(
        ValueGenerators.Int32.Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite),
        number => Assert.Equal(number, ConverterRun.RoundTrip(number, XmlRpcKind.Double)));

    [Fact]
    public void Texts_RoundTrip_AsStrings()
    {
        PropertyCheck.Holds(ValueGenerators.Octets, octets =>
        {
            var identifier = new Guid([.. octets.Take(16), .. new byte[Math.Max(0, 16 - octets.Length)]]);
            Assert.Equal(identifier, ConverterRun.RoundTrip(identifier, XmlRpcKind.String));
            Assert.Equal(octets, ConverterRun.RoundTrip<Memory<byte>>(octets, XmlRpcKind.Base64).ToArray());
        });
        foreach (var character in "aZ\u00e9<&>\"\ufffd \n")
        {
            Assert.Equal(character, ConverterRun.RoundTrip(character, XmlRpcKind.String));
        }
    }

    [Theory]
    [InlineData("https://example.com/a?b=c&d=%20", true)]
    [InlineData("HTTP://Example.com", true)]
    [InlineData("mailto:a@example.com", true)]
    [InlineData("/a/b", false)]
    [InlineData("//example.com/a", false)]
    [InlineData("a/../b", false)]
    [InlineData("?q=1", false)]
    [InlineData("", false)]
    public void Uri_AbsoluteOrRelative_TravelsAsItWasGiven(string text, bool isAbsolute)
    {
        var read = ConverterRun.RoundTrip(new Uri(text, isAbsolute ? UriKind.Absolute : UriKind.Relative), XmlRpcKind.String);

        Assert.Equal((text, isAbsolute), (read.OriginalString, read.IsAbsoluteUri));
    }

    [Fact]
    public void Uri_OfNull_IsNil()
    {
        Assert.Equal("<value><nil/></value>", ConverterRun.Write<Uri>(null!));
        Assert.Null(ConverterRun.Read(XmlRpcConverter.ForNullable<Uri>(), "<value><nil/></value>"));
    }

    [Fact]
    public void Dates_RoundTrip_InTheirElements() => PropertyCheck.Holds(ValueGenerators.Instant, instant =>
    {
        var day = DateOnly.FromDateTime(instant.DateTime);
        var time = TimeOnly.FromDateTime(instant.DateTime);
        Assert.Equal(day, ConverterRun.RoundTrip(day, XmlRpcKind.DateTime));
        Assert.Equal(time, ConverterRun.RoundTrip(time, XmlRpcKind.String));
    });

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    [Trait("Rule", "R21")]
    public void R21_AnyCulture_WritesAndReadsTheSame(string culture)
    {
        using var scope = Cultures.Use(culture);

        Assert.Equal("<value><dateTime.iso8601>20260504T00:00:00</dateTime.iso8601></value>", RoundTripped(new DateOnly(2026, 5, 4)));
        Assert.Equal("<value><string>14:08:55.25</string></value>", RoundTripped(new TimeOnly(14, 8, 55, 250)));
        Assert.Equal("<value><string>14:08:00</string></value>", RoundTripped(new TimeOnly(14, 8)));
        Assert.Equal("<value><string>0f8fad5b-d9cb-469f-a165-70867728950e</string></value>", RoundTripped(Identifier));
        Assert.Equal("<value><double>-0.5</double></value>", RoundTripped((Half)(-0.5)));
        Assert.Equal("<value><i8>4294967295</i8></value>", RoundTripped(uint.MaxValue));
    }

    [Theory]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("{0F8FAD5B-D9CB-469F-A165-70867728950E}")]
    public void Guid_InAnotherUsualForm_IsRead(string text) =>
        Assert.Equal(Identifier, ConverterRun.Read<Guid>($"<value>{text}</value>"));

    [Fact]
    public void UInt64_BeyondAnI8_IsReadFromABigIntegerAndNotWritten()
    {
        Assert.Equal(ulong.MaxValue, ConverterRun.Read<ulong>("<value><ex:biginteger>18446744073709551615</ex:biginteger></value>"));
        var problem = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write<ulong[]>([1, 1UL << 63]));

        Assert.Equal(("[1]", "R74"), (problem.Path, problem.Rule));
        Assert.Contains("9223372036854775808", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R22")]
    public void R22_Char_OfHalfAPair_IsNotWritten() => Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write('\ud83d'));

    [Fact]
    [Trait("Rule", "R55")]
    public void R55_WhatIsNoSuchThing_IsRefusedWithWhatCameAndWhatWasExpected()
    {
        AssertRefused<byte>("<int>256</int>", "A whole number from 0 to 255", "256");
        AssertRefused<byte>("<int>-1</int>", "A whole number from 0 to 255", "-1");
        AssertRefused<ushort>("<int>65536</int>", "A whole number from 0 to 65535", "65536");
        AssertRefused<uint>("<i8>4294967296</i8>", "A whole number from 0 to 4294967295", "4294967296");
        AssertRefused<ulong>("<int>-1</int>", "A whole number from 0 to 18446744073709551615", "-1");
        AssertRefused<ulong>("<ex:biginteger>18446744073709551616</ex:biginteger>", "A whole number from 0", "18446744073709551616");
        AssertRefused<char>("<string>ab</string>", "one character", "ab");
        AssertRefused<char>("<string></string>", "one character", "''");
        AssertRefused<Guid>("<string>no guid</string>", "A Guid", "no guid");
        AssertRefused<Uri>("<string>http://[</string>", "A URI", "http://[");
        AssertRefused<TimeOnly>("<string>25:00:00</string>", "A time of day", "25:00:00");
        AssertRefused<TimeOnly>("<string>12:00</string>", "A time of day", "12:00");
        AssertRefused<TimeOnly>("<string>12:00:00.12345678</string>", "A time of day", "12:00:00.12345678");
        AssertRefused<DateOnly>("<dateTime.iso8601>20260504T00:00:01</dateTime.iso8601>", "A day, with 00:00:00", "20260504T00:00:01");
        AssertRefused<DateOnly>("<string>2026-05-04</string>", "A date", "a string");
        AssertRefused<Guid>("<int>1</int>", "A string", "an int");
        AssertRefused<byte>("<double>1.0</double>", "A whole number", "a double");
        AssertRefused<Half>("<string>1</string>", "A double", "a string");
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void R20_Half_IsRoundedButNotCut()
    {
        Assert.Equal((Half)0.1, ConverterRun.Read<Half>("<value><double>0.1</double></value>"));
        Assert.Equal((Half)2048, ConverterRun.Read<Half>("<value><int>2048</int></value>"));
        Assert.Equal("R20", ConverterRun.ReadFails<Half>("<value><int>2049</int></value>").Rule);
        Assert.Equal("R20", ConverterRun.ReadFails<Half>("<value><double>65520</double></value>").Rule);
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_DateOnly_OfAnInstantOrNoDate_IsRefused()
    {
        Assert.Equal(new DateOnly(1998, 7, 17), Read("19980717T00:00:00"));
        Assert.Equal(new DateOnly(1998, 7, 17), Read("19980717T00:00:00Z"));
        Assert.Equal("R31", Assert.Throws<XmlRpcFormatException>(() => Read("19980717T00:00:00+02:00")).Rule);
        Assert.Equal("R32", Assert.Throws<XmlRpcFormatException>(() => Read("00000000T00:00:00")).Rule);

        static DateOnly Read(string text) => ConverterRun.Read<DateOnly>($"<value><dateTime.iso8601>{text}</dateTime.iso8601></value>");
    }

    [Fact]
    public void Families_OfTheseTypes_ExistToo()
    {
        Assert.Equal([Identifier], ConverterRun.RoundTrip<List<Guid>>([Identifier], XmlRpcKind.Array));
        Assert.Equal([new("a", UriKind.Relative)], ConverterRun.RoundTrip<Uri[]>([new("a", UriKind.Relative)], XmlRpcKind.Array));
        Assert.Equal([1, 2], ConverterRun.RoundTrip<IReadOnlyList<byte>>([1, 2], XmlRpcKind.Array));
        Assert.Equal([1], ConverterRun.RoundTrip<byte[]>([1], XmlRpcKind.Base64));
        Assert.Equal((ushort)1, ConverterRun.RoundTrip<ushort?>(1, XmlRpcKind.Int));
        Assert.Equal(1u, ConverterRun.RoundTrip<Dictionary<string, uint>>(new() { ["a"] = 1 }, XmlRpcKind.Struct)["a"]);
        Assert.Equal([1ul], ConverterRun.RoundTrip<ulong[]>([1], XmlRpcKind.Array));
        Assert.Equal(['a'], ConverterRun.RoundTrip<char[]>(['a'], XmlRpcKind.Array));
        Assert.Equal((Half)1, ConverterRun.RoundTrip<Half?>((Half)1, XmlRpcKind.Double));
        Assert.Null(ConverterRun.Read<DateOnly?>("<value><nil/></value>"));
        Assert.Null(ConverterRun.Read<TimeOnly?>("<value><nil/></value>"));
        Assert.Null(ConverterRun.Read<Memory<byte>?>("<value><nil/></value>"));
    }

    private static readonly Guid Identifier = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e", CultureInfo.InvariantCulture);

    private static string RoundTripped<T>(T value)
    {
        var text = ConverterRun.Write(value);
        Assert.Equal(value, ConverterRun.Read<T>(text));
        return text;
    }

    private static void AssertRefused<T>(string content, string expected, string found)
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Read<T>($"<value>{content}</value>"));

        Assert.Equal(("[0]", "R55", XmlRpcFaultCodes.InvalidParameters), (problem.Path, problem.Rule, problem.FaultCode));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
    }
}
