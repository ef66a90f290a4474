using System.Globalization;
using System.Text;

namespace Nearcall.Tests.Values;

public class XmlRpcDateTimeTests
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);
    private static readonly XmlRpcDateTime Plain = new(1998, 7, 17, 14, 8, 55);
    private static readonly XmlRpcDateTime WithOffset = new(Plain.DateTime, TwoHours);

    [Fact]
    public void Default_IsNoDate()
    {
        XmlRpcDateTime none = default;

        Assert.True(none.IsZero);
        Assert.False(none.HasFraction);
        Assert.Null(none.Offset);
        Assert.Throws<InvalidOperationException>(() => none.DateTime);
        Assert.Throws<InvalidOperationException>(() => none.ToDateTimeOffset());
        Assert.Throws<InvalidOperationException>(() => none.ToDateTimeOffset(TwoHours));
        Assert.Throws<InvalidOperationException>(() => none.ToUniversalTime());
        Assert.Equal(none, none.WithoutOffset());
        Assert.Equal(none, none.WithoutFraction());
        Assert.Equal("00000000T00:00:00", none.ToString());
        Assert.Equal("0000-00-00T00:00:00", none.ToString("D"));
    }

    [Fact]
    public void Constructor_FromTheFirstMoment_IsADate()
    {
        var first = new XmlRpcDateTime(1, 1, 1);

        Assert.False(first.IsZero);
        Assert.Equal(DateTime.MinValue, first.DateTime);
        Assert.Equal("00010101T00:00:00", first.ToString());
        Assert.Equal("99991231T23:59:59", new XmlRpcDateTime(9999, 12, 31, 23, 59, 59).ToString());
    }

    [Theory]
    [InlineData(0, 1, 1, 0, 0, 0)]
    [InlineData(10000, 1, 1, 0, 0, 0)]
    [InlineData(2026, 13, 1, 0, 0, 0)]
    [InlineData(2026, 2, 29, 0, 0, 0)]
    [InlineData(2026, 1, 1, 24, 0, 0)]
    [InlineData(2026, 1, 1, 0, 60, 0)]
    [InlineData(2026, 1, 1, 0, 0, 60)]
    public void Constructor_OfNoSuchDate_Throws(int year, int month, int day, int hour, int minute, int second) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(year, month, day, hour, minute, second));

    [Fact]
    [Trait("Rule", "R31")]
    public void R31_Constructor_OfUnspecifiedKind_AssumesNoOffset()
    {
        Assert.Null(Plain.Offset);
        Assert.Null(new XmlRpcDateTime(new DateTime(2026, 5, 4)).Offset);
        Assert.Equal(DateTimeKind.Unspecified, Plain.DateTime.Kind);
        Assert.Contains("R31", Assert.Throws<InvalidOperationException>(() => Plain.ToDateTimeOffset()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Plain.ToUniversalTime());
    }

    [Fact]
    public void Constructor_OfAKind_TakesItsOffset()
    {
        var utc = new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);
        var local = new DateTime(2026, 5, 4, 12, 0, 0, DateTimeKind.Local);

        Assert.Equal(TimeSpan.Zero, new XmlRpcDateTime(utc).Offset);
        Assert.Equal(TimeSpan.Zero, new XmlRpcDateTime(utc, TimeSpan.Zero).Offset);
        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(local), new XmlRpcDateTime(local).Offset);
        Assert.Equal(DateTimeKind.Unspecified, new XmlRpcDateTime(utc).DateTime.Kind);
        Assert.Throws<ArgumentException>(() => new XmlRpcDateTime(utc, TwoHours));
        Assert.Throws<ArgumentException>(() => new XmlRpcDateTime(local, TimeZoneInfo.Local.GetUtcOffset(local) + TwoHours));
    }

    [Fact]
    public void Constructor_OfAnImpossibleOffset_Throws()
    {
        Assert.Throws<ArgumentException>(() => new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromSeconds(90)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromMinutes((14 * 60) + 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromMinutes((-14 * 60) - 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromDays(10_000_000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(DateTime.MaxValue, TimeSpan.FromDays(-10_000_000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(DateTime.MinValue, TwoHours));
        Assert.Throws<ArgumentOutOfRangeException>(() => new XmlRpcDateTime(DateTime.MaxValue, -TwoHours));
        Assert.Equal(TimeSpan.FromHours(14), new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromHours(14)).Offset);
        Assert.Equal(TimeSpan.FromHours(-14), new XmlRpcDateTime(Plain.DateTime, TimeSpan.FromHours(-14)).Offset);
    }

    [Fact]
    public void ToDateTimeOffset_WithAnOffset_KeepsClockAndOffset()
    {
        var expected = new DateTimeOffset(1998, 7, 17, 14, 8, 55, TwoHours);

        Assert.True(expected.EqualsExact(WithOffset.ToDateTimeOffset()));
        Assert.True(expected.EqualsExact(WithOffset.ToDateTimeOffset(TimeSpan.FromHours(5))));
        Assert.True(expected.EqualsExact(Plain.ToDateTimeOffset(TwoHours)));
        Assert.Equal(new XmlRpcDateTime(new DateTime(1998, 7, 17, 12, 8, 55), TimeSpan.Zero), WithOffset.ToUniversalTime());
        Assert.Equal(Plain, WithOffset.WithoutOffset());
        Assert.Equal(WithOffset, (XmlRpcDateTime)expected);
        Assert.Equal(Plain, (XmlRpcDateTime)Plain.DateTime);
    }

    [Fact]
    public void WithoutFraction_OfAFraction_CutsTowardsThePast()
    {
        XmlRpcDateTime precise = Plain.DateTime.AddTicks(9_999_999);

        Assert.True(precise.HasFraction);
        Assert.False(Plain.HasFraction);
        Assert.Equal(Plain, precise.WithoutFraction());
        Assert.Equal(WithOffset, new XmlRpcDateTime(precise.DateTime, TwoHours).WithoutFraction());
    }

    [Fact]
    public void Equals_ClockAndOffset_KeepsTheContract() => ValueContract.AssertEquality<XmlRpcDateTime>(
        (left, right) => left == right,
        (left, right) => left != right,
        [default, default],
        [new(1, 1, 1)],
        [Plain, Plain.DateTime],
        [WithOffset, WithOffset.ToDateTimeOffset()],
        [WithOffset.ToUniversalTime(), WithOffset.ToDateTimeOffset().UtcDateTime],
        [new(Plain.DateTime, TimeSpan.Zero)],
        [Plain.DateTime.AddTicks(1)]);

    [Fact]
    public void CompareTo_ClockThenOffset_KeepsTheContract() => ValueContract.AssertOrder<XmlRpcDateTime>(
        (left, right) => left < right,
        (left, right) => left <= right,
        (left, right) => left > right,
        (left, right) => left >= right,
        [default, default],
        [new(1, 1, 1)],
        [Plain, Plain],
        [new(Plain.DateTime, -TwoHours)],
        [new(Plain.DateTime, TimeSpan.Zero)],
        [WithOffset],
        [Plain.DateTime.AddTicks(1)]);

    [Theory]
    [InlineData(0, null, "", "19980717T14:08:55")]
    [InlineData(0, null, "G", "19980717T14:08:55")]
    [InlineData(0, null, "D", "1998-07-17T14:08:55")]
    [InlineData(0, 0, "", "19980717T14:08:55Z")]
    [InlineData(0, 120, "", "19980717T14:08:55+02:00")]
    [InlineData(0, -210, "D", "1998-07-17T14:08:55-03:30")]
    [InlineData(2500000, null, "", "19980717T14:08:55.25")]
    [InlineData(1, 0, "", "19980717T14:08:55.0000001Z")]
    [InlineData(1234567, 840, "D", "1998-07-17T14:08:55.1234567+14:00")]
    [Trait("Rule", "R30")]
    public void R30_Format_ClockFractionAndOffset_TheSameEverywhere(int ticks, int? minutes, string format, string expected)
    {
        var date = new XmlRpcDateTime(Plain.DateTime.AddTicks(ticks), minutes is { } offset ? TimeSpan.FromMinutes(offset) : null);
        var text = new char[expected.Length];
        var utf8 = new byte[expected.Length];

        Assert.Equal(expected, date.ToString(format));
        Assert.Equal(expected, ((IFormattable)date).ToString(format, null));
        Assert.True(date.TryFormat(text, out var charsWritten, format));
        Assert.True(date.TryFormat(utf8, out var bytesWritten, format));
        Assert.Equal(expected, new string(text, 0, charsWritten));
        Assert.Equal(expected, Encoding.ASCII.GetString(utf8, 0, bytesWritten));
        Assert.False(date.TryFormat(text.AsSpan(1), out charsWritten, format));
        Assert.False(date.TryFormat(utf8.AsSpan(1), out bytesWritten, format));
        Assert.Equal(0, charsWritten + bytesWritten);
        Assert.True(((ISpanFormattable)date).TryFormat(text, out charsWritten, format, null));
        Assert.True(((IUtf8SpanFormattable)date).TryFormat(utf8, out bytesWritten, format, null));
        Assert.Equal(expected.Length * 2, charsWritten + bytesWritten);
    }

    [Fact]
    public void Format_OfAnUnknownForm_Throws()
    {
        Assert.Equal(Plain.ToString(), $"{Plain}");
        Assert.Equal("1998-07-17T14:08:55", $"{Plain:d}");
        Assert.Throws<FormatException>(() => Plain.ToString("yyyy"));
    }

    [Fact]
    public void ToString_RandomDates_IsReadByTheFramework() => PropertyCheck.Holds(
        ValueGenerators.Instant,
        instant =>
        {
            var text = ((XmlRpcDateTime)instant).ToString("D");
            Assert.True(instant.EqualsExact(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)));
        });
}
