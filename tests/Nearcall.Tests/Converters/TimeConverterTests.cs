using Nearcall.Tests.Values;

namespace Nearcall.Tests.Converters;

/// <summary>The converters that are declared, because the protocol says nothing of the type or the peer departs from it.</summary>
public class TimeConverterTests
{
    private static readonly XmlRpcTimeSpanSecondsConverter Seconds = new();
    private static readonly XmlRpcTimeSpanMillisecondsConverter Milliseconds = new();
    private static readonly XmlRpcTimeSpanFractionalSecondsConverter FractionalSeconds = new();
    private static readonly XmlRpcTimeSpanTextConverter SpanText = new();
    private static readonly XmlRpcDateOnlyTextConverter DayText = new();
    private static readonly XmlRpcDateTimeTextConverter DateText = new();
    private static readonly XmlRpcUnixTimeConverter UnixTime = new();

    [Fact]
    public void TimeSpans_RoundTrip_InTheirElements()
    {
        PropertyCheck.Holds(ValueGenerators.Int32, number =>
        {
            AssertRoundTrips(Seconds, TimeSpan.FromSeconds((long)number), $"<int>{number}</int>");
            AssertRoundTrips(Milliseconds, TimeSpan.FromMilliseconds((long)number), $"<int>{number}</int>");
            AssertRoundTrips(FractionalSeconds, TimeSpan.FromMilliseconds((long)number), expected: null);
        });
        PropertyCheck.Holds(ValueGenerators.Int64, ticks => AssertRoundTrips(SpanText, new TimeSpan(ticks), expected: null));
        Assert.Equal(
            [XmlRpcKind.Int, XmlRpcKind.Int, XmlRpcKind.Double, XmlRpcKind.String],
            [Seconds.Kind, Milliseconds.Kind, FractionalSeconds.Kind, SpanText.Kind]);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    [Trait("Rule", "R21")]
    public void R21_AnyCulture_WritesAndReadsTheSame(string culture)
    {
        using var scope = Cultures.Use(culture);

        AssertRoundTrips(Seconds, TimeSpan.FromSeconds(-5), "<int>-5</int>");
        AssertRoundTrips(FractionalSeconds, TimeSpan.FromSeconds(-1.25), "<double>-1.25</double>");
        AssertRoundTrips(SpanText, new TimeSpan(1, 2, 3, 4, 500), "<string>1.02:03:04.5000000</string>");
        AssertRoundTrips(DayText, new DateOnly(2026, 5, 4), "<string>2026-05-04</string>");
        AssertRoundTrips(DateText, new DateTime(2026, 5, 4, 14, 8, 55), "<string>2026-05-04 14:08:55</string>");
        AssertRoundTrips(UnixTime, DateTimeOffset.UnixEpoch.AddSeconds(-1), "<int>-1</int>");
        AssertRoundTrips(UnixTime, new DateTimeOffset(2038, 1, 19, 3, 14, 7, TimeSpan.Zero), "<int>2147483647</int>");
        AssertRoundTrips(UnixTime, new DateTimeOffset(2038, 1, 19, 3, 14, 8, TimeSpan.Zero), "<i8>2147483648</i8>");
        AssertRoundTrips(UnixTime, DateTimeOffset.MinValue, "<i8>-62135596800</i8>");
    }

    [Fact]
    public void TimeSpans_ThatAreNotWhole_AreNotWritten()
    {
        AssertNotWritten(Seconds, TimeSpan.FromMilliseconds(1500), "00:00:01.5000000 has a fraction of a second");
        AssertNotWritten(Seconds, TimeSpan.FromDays(25_000), "25000.00:00:00 has more seconds than an int");
        AssertNotWritten(Milliseconds, TimeSpan.FromTicks(1), "has a fraction of a millisecond");
        AssertNotWritten(Milliseconds, TimeSpan.FromDays(25), "25.00:00:00 has more milliseconds than an int");
        AssertNotWritten(FractionalSeconds, TimeSpan.MaxValue, "has more digits than a double keeps");
        AssertNotWritten(FractionalSeconds, TimeSpan.FromDays(20_000) + TimeSpan.FromTicks(1), "has more digits than a double keeps");
    }

    [Fact]
    [Trait("Rule", "R55")]
    public void R55_WhatIsNoSuchThing_IsRefused()
    {
        AssertNotRead(Seconds, "<i8>2147483648</i8>", "2147483648");
        AssertNotRead(Milliseconds, "<double>1.0</double>", "a double");
        AssertNotRead(FractionalSeconds, "<double>1000000000000</double>", "1000000000000");
        AssertNotRead(FractionalSeconds, "<double>nan</double>", "nan");
        AssertNotRead(SpanText, "<string>1 hour</string>", "1 hour");
        AssertNotRead(DayText, "<string>2026-5-4</string>", "2026-5-4");
        AssertNotRead(DayText, "<string>2026-02-30</string>", "2026-02-30");
        AssertNotRead(DateText, "<string>2026-05-04</string>", "2026-05-04");
        AssertNotRead(DateText, "<boolean>0</boolean>", "a boolean");
        AssertNotRead(UnixTime, "<i8>253402300800</i8>", "253402300800");
    }

    [Fact]
    [Trait("Rule", "R30")]
    public void R30_AFraction_IsRefusedUnlessTheDialectCutsItOff()
    {
        var refusing = ConverterRun.Open with { WriteDateFraction = XmlRpcDateFraction.Refuse };
        var cutting = ConverterRun.Open with { WriteDateFraction = XmlRpcDateFraction.Truncate };
        var date = new DateTime(1969, 12, 31, 23, 59, 58, 500, DateTimeKind.Utc);

        foreach (var dialect in new[] { refusing, ConverterRun.Open })
        {
            var text = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(DateText, date, dialect));
            var number = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(UnixTime, date, dialect));
            Assert.Equal(("R30", "XmlRpcDialect.WriteDateFraction"), (text.Rule, text.Switch));
            Assert.Equal(("R30", "XmlRpcDialect.WriteDateFraction"), (number.Rule, number.Switch));
        }

        Assert.Equal("<value><string>1969-12-31 23:59:58</string></value>", ConverterRun.Write(DateText, date, cutting));
        Assert.Equal("<value><int>-2</int></value>", ConverterRun.Write(UnixTime, date, cutting));
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_TheTextOfADate_HasNoZone()
    {
        var read = ConverterRun.Read(DateText, "<value>2026-05-04 14:08:55</value>");
        var local = DateTime.SpecifyKind(read, DateTimeKind.Local);

        Assert.Equal(DateTimeKind.Unspecified, read.Kind);
        Assert.Equal("R31", Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(DateText, local)).Rule);
        Assert.Equal(
            "<value><string>2026-05-04 14:08:55</string></value>",
            ConverterRun.Write(DateText, DateTime.SpecifyKind(read, DateTimeKind.Utc)));
    }

    [Fact]
    public void UnixTime_OfAnotherOffset_IsTheSameInstantInUtc()
    {
        var instant = new DateTimeOffset(2026, 5, 4, 2, 0, 0, TimeSpan.FromHours(2));

        var read = ConverterRun.Read(UnixTime, ConverterRun.Write(UnixTime, instant));

        Assert.Equal((instant, TimeSpan.Zero), (read, read.Offset));
    }

    private static void AssertRoundTrips<T>(XmlRpcConverter<T> converter, T value, string? expected)
    {
        var text = ConverterRun.Write(converter, value);
        if (expected is not null)
        {
            Assert.Equal($"<value>{expected}</value>", text);
        }

        Assert.Equal(value, ConverterRun.Read(converter, text));
    }

    private static void AssertNotWritten(XmlRpcConverter<TimeSpan> converter, TimeSpan value, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Write(converter, value)).Message,
            StringComparison.Ordinal);

    private static void AssertNotRead<T>(XmlRpcConverter<T> converter, string content, string found)
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() => ConverterRun.Read(converter, $"<value>{content}</value>"));

        Assert.Equal(("[0]", "R55"), (problem.Path, problem.Rule));
        Assert.Contains(found, problem.Message, StringComparison.Ordinal);
    }
}
