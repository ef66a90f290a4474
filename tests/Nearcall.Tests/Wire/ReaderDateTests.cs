using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Dates: the one form of R30, and each departure from it with its switch (R30 to R32).</summary>
public sealed class ReaderDateTests
{
    [Theory]
    [Trait("Rule", "R30")]
    [InlineData("19980717T14:08:55")]
    [InlineData("00010101T00:00:00")]
    [InlineData("99991231T23:59:59")]
    [InlineData("20000229T12:00:00")]
    public void R30_Date_CanonicalForm_IsRead(string text)
    {
        var date = ReadTyped($"<dateTime.iso8601>{text}</dateTime.iso8601>").AsDateTime();

        Assert.Equal(text, date.ToString());
    }

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_Date_HasNoZoneUnlessItSaysOne()
    {
        var date = ReadTyped("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>").AsDateTime();

        Assert.Null(date.Offset);
        Assert.Equal(DateTimeKind.Unspecified, date.DateTime.Kind);
    }

    [Theory]
    [Trait("Rule", "R32")]
    [InlineData("1998-07-17T14:08:55", "AllowDateDashes", "19980717T14:08:55")]
    [InlineData("0001-01-01T00:00:00", "AllowDateDashes", "00010101T00:00:00")]
    [InlineData("19980717T14:08:55Z", "AllowDateZone", "19980717T14:08:55Z")]
    [InlineData("19980717T14:08:55+02:00", "AllowDateZone", "19980717T14:08:55+02:00")]
    [InlineData("19980717T14:08:55-0930", "AllowDateZone", "19980717T14:08:55-09:30")]
    [InlineData("19980717T14:08:55+02", "AllowDateZone", "19980717T14:08:55+02:00")]
    [InlineData("19980717T14:08:55-00:00", "AllowDateZone", "19980717T14:08:55Z")]
    [InlineData("19980717T14:08:55+14:00", "AllowDateZone", "19980717T14:08:55+14:00")]
    [InlineData("19980717T14:08:55.1", "AllowDateFraction", "19980717T14:08:55.1")]
    [InlineData("19980717T14:08:55.123", "AllowDateFraction", "19980717T14:08:55.123")]
    [InlineData("19980717T14:08:55.1234567", "AllowDateFraction", "19980717T14:08:55.1234567")]
    [InlineData("19980717T14:08:55.123456700000", "AllowDateFraction", "19980717T14:08:55.1234567")]
    [InlineData("19980717T14:08:55.000", "AllowDateFraction", "19980717T14:08:55")]
    [InlineData("19980717T24:00:00", "AllowDateEndOfDay", "19980718T00:00:00")]
    [InlineData("19981231T24:00:00", "AllowDateEndOfDay", "19990101T00:00:00")]
    [InlineData("19980717T14:08:60", "AllowDateLeapSecond", "19980717T14:09:00")]
    [InlineData("19981231T23:59:60", "AllowDateLeapSecond", "19990101T00:00:00")]
    [InlineData("00000000T00:00:00", "AllowZeroDate", "00000000T00:00:00")]
    [InlineData("", "AllowEmptyScalar", null)]
    public void R32_Date_Departure_IsReadByItsSwitchAlone(string text, string @switch, string? expected)
    {
        var type = $"<dateTime.iso8601>{text}</dateTime.iso8601>";

        RefuseTyped($"<dateTime.iso8601>{Mark}{text}</dateTime.iso8601>", "R32", @switch);
        Assert.Equal(expected, Text(ReadTyped(type, DialectSwitch.StrictWith(@switch))));
        Assert.Equal(expected, Text(ReadTyped(type, XmlRpcDialect.Tolerant)));
    }

    [Theory]
    [Trait("Rule", "R32")]
    [InlineData("1998-07-17T14:08:55.25+02:00", "19980717T14:08:55.25+02:00")]
    [InlineData("19980717T23:59:60.5Z", "19980718T00:00:00.5Z")]
    [InlineData("0000-00-00T00:00:00Z", "00000000T00:00:00")]
    [InlineData("00000000T00:00:00.000", "00000000T00:00:00")]
    [InlineData("1998-12-31T24:00:00.0+00:00", "19990101T00:00:00Z")]
    [InlineData(" 19980717T14:08:55\n", "19980717T14:08:55")]
    public void R32_Date_SeveralDepartures_AreReadByTolerant(string text, string expected) =>
        Assert.Equal(expected, Text(ReadTyped($"<dateTime.iso8601>{text}</dateTime.iso8601>", XmlRpcDialect.Tolerant)));

    [Theory]
    [Trait("Rule", "R32")]
    [InlineData("tomorrow")]
    [InlineData("19980717")]
    [InlineData("19980717T")]
    [InlineData("19980717T14")]
    [InlineData("19980717T14:08")]
    [InlineData("19980717T1408")]
    [InlineData("19980717T140855")]
    [InlineData("19980717 14:08:55")]
    [InlineData("19980717t14:08:55")]
    [InlineData("1998717T14:08:55")]
    [InlineData("980717T14:08:55")]
    [InlineData("1998-0717T14:08:55")]
    [InlineData("199807-17T14:08:55")]
    [InlineData("1998/07/17T14:08:55")]
    [InlineData("17071998T14:08:55")]
    [InlineData("+19980717T14:08:55")]
    [InlineData("019980717T14:08:55")]
    [InlineData("19980717T14:08:55 Z")]
    [InlineData("19980717T14:08:55z")]
    [InlineData("19980717T14:08:55+2")]
    [InlineData("19980717T14:08:55+020")]
    [InlineData("19980717T14:08:55+02:0")]
    [InlineData("19980717T14:08:55+02:60")]
    [InlineData("19980717T14:08:55+15:00")]
    [InlineData("19980717T14:08:55+02:00:00")]
    [InlineData("19980717T14:08:55ZZ")]
    [InlineData("19980717T14:08:55.")]
    [InlineData("19980717T14:08:55.12345678")]
    [InlineData("19980717T14:08:55.x")]
    [InlineData("19980717T24:00:01")]
    [InlineData("19980717T24:01:00")]
    [InlineData("19980717T25:00:00")]
    [InlineData("19980717T14:60:00")]
    [InlineData("19980717T14:08:61")]
    [InlineData("19980017T14:08:55")]
    [InlineData("19981317T14:08:55")]
    [InlineData("19980700T14:08:55")]
    [InlineData("19980732T14:08:55")]
    [InlineData("19990229T14:08:55")]
    [InlineData("19000229T14:08:55")]
    [InlineData("00000717T14:08:55")]
    [InlineData("00000000T00:00:01")]
    [InlineData("99991231T24:00:00")]
    [InlineData("99991231T23:59:60")]
    [InlineData("00010101T00:00:00+00:01")]
    [InlineData("99991231T23:59:59-00:01")]
    [InlineData("١٩٩٨0717T14:08:55")]
    [InlineData("19980717T14:08:55\0")]
    public void R32_Date_ThatIsNone_IsRefusedByEveryDialectAndNoSwitchIsNamed(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            text = text.Replace("\0", "&#0;", StringComparison.Ordinal);
        }
        else
        {
            RefuseTyped($"<dateTime.iso8601>{Mark}{text}</dateTime.iso8601>", "R32");
        }

        RefuseTyped($"<dateTime.iso8601>{Mark}{text}</dateTime.iso8601>", "R32", dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R14")]
    [Trait("Rule", "R32")]
    public void R32_Date_WhiteSpace_IsRefused() =>
        RefuseTyped("<dateTime.iso8601>¦ 19980717T14:08:55</dateTime.iso8601>", "R32", "AllowScalarWhiteSpace");

    private static string? Text(XmlRpcValue value) => value.IsNil ? null : value.AsDateTime().ToString();
}
