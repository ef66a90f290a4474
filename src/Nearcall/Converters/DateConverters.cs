using System.Globalization;

namespace Nearcall;

/// <summary>The date as it travels, no date included.</summary>
internal sealed class WallClockConverter : XmlRpcConverter<XmlRpcDateTime>
{
    public override XmlRpcKind? Kind => XmlRpcKind.DateTime;

    public override XmlRpcDateTime Read(ref XmlRpcReader reader) => reader.ReadDateTime();

    public override void Write(ref XmlRpcWriter writer, XmlRpcDateTime value) => writer.WriteDateTime(value);
}

/// <summary>Kind and offset say the same: none is unspecified, zero is UTC. There is no kind for another offset.</summary>
internal sealed class DateTimeConverter : XmlRpcConverter<DateTime>
{
    public override XmlRpcKind? Kind => XmlRpcKind.DateTime;

    public override DateTime Read(ref XmlRpcReader reader)
    {
        var date = reader.ReadDateTime();
        if (date.IsZero)
        {
            throw reader.CreateException(
                "A date was expected, and all digits of this one are zero. Read it as an XmlRpcDateTime, which can be no date.", "R32");
        }

        return date.Offset is { } offset && offset != TimeSpan.Zero
            ? throw reader.CreateException(
                "A date without an offset or in UTC was expected, and this one has another offset. Read it as a DateTimeOffset.", "R31")
            : DateTime.SpecifyKind(date.DateTime, date.Offset is null ? DateTimeKind.Unspecified : DateTimeKind.Utc);
    }

    public override void Write(ref XmlRpcWriter writer, DateTime value) => writer.WriteDateTime(value);
}

internal sealed class DateTimeOffsetConverter : XmlRpcConverter<DateTimeOffset>
{
    public override XmlRpcKind? Kind => XmlRpcKind.DateTime;

    public override DateTimeOffset Read(ref XmlRpcReader reader) => reader.ReadDateTimeOffset();

    public override void Write(ref XmlRpcWriter writer, DateTimeOffset value) => writer.WriteDateTime(value);
}

/// <summary>A date whose time of day is midnight: the protocol has no shorter form (R30).</summary>
internal sealed class DateOnlyConverter : XmlRpcConverter<DateOnly>
{
    public override XmlRpcKind? Kind => XmlRpcKind.DateTime;

    public override DateOnly Read(ref XmlRpcReader reader)
    {
        var date = reader.ReadDateTime();
        if (date.IsZero)
        {
            throw reader.CreateException(
                "A date was expected, and all digits of this one are zero. Read it as an XmlRpcDateTime, which can be no date.", "R32");
        }

        // The day of an instant depends on where one stands.
        if (date.Offset is { } offset && offset != TimeSpan.Zero)
        {
            throw reader.CreateException(
                "A day without an offset or in UTC was expected, and this one has another offset. Read it as a DateTimeOffset.", "R31");
        }

        return date.DateTime.TimeOfDay == TimeSpan.Zero
            ? DateOnly.FromDateTime(date.DateTime)
            : throw reader.CreateUnexpectedTextException("A day, with 00:00:00 as its time of day,");
    }

    public override void Write(ref XmlRpcWriter writer, DateOnly value) => writer.WriteDateTime(value.ToDateTime(TimeOnly.MinValue));
}

/// <summary>The protocol has no time of day without a date, so it is a string: <c>14:08:55</c>, or <c>14:08:55.25</c>.</summary>
internal sealed class TimeOnlyConverter : XmlRpcConverter<TimeOnly>
{
    private static readonly string[] Forms = ["HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override TimeOnly Read(ref XmlRpcReader reader) =>
        TimeOnly.TryParseExact(reader.ReadString(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw reader.CreateUnexpectedTextException("A time of day, such as 14:08:55 or 14:08:55.25,");

    public override void Write(ref XmlRpcWriter writer, TimeOnly value) =>
        writer.WriteString(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
}
