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
