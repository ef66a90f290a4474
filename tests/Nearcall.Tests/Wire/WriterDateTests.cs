namespace Nearcall.Tests.Wire;

public sealed class WriterDateTests
{
    private static readonly XmlRpcDateTime Plain = new(1998, 7, 17, 14, 8, 55);
    private static readonly XmlRpcDateTime Fractional = new(new DateTime(1998, 7, 17, 14, 8, 55).AddTicks(1_250_000));
    private static readonly XmlRpcDateTime Ahead = new(new DateTime(1998, 7, 17, 1, 8, 55), new TimeSpan(2, 30, 0));
    private static readonly XmlRpcDateTime Utc = new(new DateTime(1998, 7, 17, 14, 8, 55), TimeSpan.Zero);

    [Fact]
    [Trait("Rule", "R30")]
    public void R30_WriteDateTime_PlainDate_IsTheFormOfTheSpecification()
    {
        Assert.Equal("19980717T14:08:55", TextOf(Plain));
        Assert.Equal("1998-07-17T14:08:55", TextOf(Plain, XmlRpcDialect.Strict with { WriteDateDashes = true }));
        Assert.Equal("00010101T00:00:00", TextOf(DateTime.MinValue));
        Assert.Equal("99991231T23:59:59", TextOf(new(9999, 12, 31, 23, 59, 59)));
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_WriteDateTime_Offset_IsRefusedConvertedOrWritten()
    {
        Writing.IsRefusal(
            Writing.RefusalWithin((ref writer) => writer.WriteDateTime(Ahead)),
            "A date with an offset cannot be written.",
            "R31",
            "XmlRpcDialect.WriteDateZone",
            Writing.PathWithin,
            Writing.OffsetWithin);

        var converting = XmlRpcDialect.Strict with { WriteDateZone = XmlRpcDateZone.ConvertToUtc };
        Assert.Equal("19980716T22:38:55", TextOf(Ahead, converting));
        Assert.Equal("19980717T14:08:55", TextOf(Utc, converting));
        Assert.Equal("19980717T14:08:55", TextOf(Plain, converting));

        var writing = XmlRpcDialect.Strict with { WriteDateZone = XmlRpcDateZone.Write };
        Assert.Equal("19980717T01:08:55+02:30", TextOf(Ahead, writing));
        Assert.Equal("19980717T14:08:55Z", TextOf(Utc, writing));
        Assert.Equal("19980717T14:08:55", TextOf(Plain, writing));
        Assert.Equal("1998-07-17T01:08:55+02:30", TextOf(Ahead, writing with { WriteDateDashes = true }));
    }

    [Fact]
    [Trait("Rule", "R30")]
    public void R30_WriteDateTime_Fraction_IsRefusedCutOrWritten()
    {
        Writing.IsRefusal(
            Writing.RefusalWithin((ref writer) => writer.WriteDateTime(Fractional)),
            "A date with a fraction of a second cannot be written.",
            "R30",
            "XmlRpcDialect.WriteDateFraction",
            Writing.PathWithin,
            Writing.OffsetWithin);

        var truncating = XmlRpcDialect.Strict with { WriteDateFraction = XmlRpcDateFraction.Truncate };
        Assert.Equal("19980717T14:08:55", TextOf(Fractional, truncating));
        Assert.Equal("19980717T14:08:55.125", TextOf(Fractional, truncating with { WriteDateFraction = XmlRpcDateFraction.Write }));
    }

    [Fact]
    [Trait("Rule", "R30")]
    [Trait("Rule", "R31")]
    public void R31_WriteDateTime_FractionAndOffset_FollowBothSwitches()
    {
        var both = new XmlRpcDateTime(new DateTime(1998, 7, 17, 14, 8, 55).AddTicks(1), TimeSpan.FromHours(-1));
        var converting = XmlRpcDialect.Strict with { WriteDateZone = XmlRpcDateZone.ConvertToUtc };

        Assert.Equal("R30", Writing.Refusal((ref writer) => writer.WriteDateTime(both), converting).Rule);
        Assert.Equal("19980717T15:08:55", TextOf(both, converting with { WriteDateFraction = XmlRpcDateFraction.Truncate }));
        Assert.Equal(
            "19980717T14:08:55.0000001-01:00",
            TextOf(both, converting with { WriteDateZone = XmlRpcDateZone.Write, WriteDateFraction = XmlRpcDateFraction.Write }));
    }

    [Fact]
    [Trait("Rule", "R32")]
    public void R32_WriteDateTime_NoDate_IsRefusedOrZeros()
    {
        Writing.IsRefusal(
            Writing.RefusalWithin((ref writer) => writer.WriteDateTime(default)),
            "A date that is none cannot be written.",
            "R32",
            "XmlRpcDialect.WriteZeroDate",
            Writing.PathWithin,
            Writing.OffsetWithin);

        var writing = XmlRpcDialect.Strict with { WriteZeroDate = true };
        Assert.Equal("00000000T00:00:00", TextOf(default, writing));
        Assert.Equal("0000-00-00T00:00:00", TextOf(default, writing with { WriteDateDashes = true }));
    }

    [Fact]
    [Trait("Rule", "R75")]
    public void R75_WriteExtensionDateTime_Milliseconds_AreWrittenWithDashesAndOffset()
    {
        var date = new DateTimeOffset(1998, 7, 17, 14, 8, 55, new TimeSpan(2, 0, 0));

        Assert.Equal("1998-07-17T14:08:55+02:00", ExtensionTextOf(date));
        Assert.Equal("1998-07-17T14:08:55.007+02:00", ExtensionTextOf(date.AddMilliseconds(7)));
        Assert.Equal("1998-07-17T12:08:55Z", ExtensionTextOf(date.ToUniversalTime()));
    }

    [Fact]
    [Trait("Rule", "R75")]
    public void R75_WriteExtensionDateTime_FinerThanMilliseconds_IsRefusedCutOrWritten()
    {
        var date = new DateTimeOffset(1998, 7, 17, 14, 8, 55, TimeSpan.Zero).AddTicks(12_345);

        Writing.IsRefusal(
            Writing.RefusalWithin((ref writer) => writer.WriteExtensionDateTime(date), Writing.Extensions),
            "An ex:dateTime finer than a millisecond cannot be written.",
            "R75",
            "XmlRpcDialect.WriteDateFraction",
            Writing.PathWithin,
            Writing.OffsetWithin + Writing.Namespace.Length);

        var truncating = Writing.Extensions with { WriteDateFraction = XmlRpcDateFraction.Truncate };
        Assert.Equal("1998-07-17T14:08:55.001Z", ExtensionTextOf(date, truncating));
        var writing = truncating with { WriteDateFraction = XmlRpcDateFraction.Write };
        Assert.Equal("1998-07-17T14:08:55.0012345Z", ExtensionTextOf(date, writing));
    }

    private static string TextOf(XmlRpcDateTime value, XmlRpcDialect? dialect = null)
    {
        var text = Writing.Text((ref writer) => writer.WriteDateTime(value), dialect);
        return text["<value><dateTime.iso8601>".Length..^"</dateTime.iso8601></value>".Length];
    }

    private static string ExtensionTextOf(DateTimeOffset value, XmlRpcDialect? dialect = null)
    {
        var text = Writing.Text((ref writer) => writer.WriteExtensionDateTime(value), dialect ?? Writing.Extensions);
        return text["<value><ex:dateTime>".Length..^"</ex:dateTime></value>".Length];
    }
}
