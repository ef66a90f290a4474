namespace Nearcall;

/// <summary>A <see cref="TimeSpan"/> as an <c>int</c> of milliseconds, where
/// <c>[XmlRpcConverter(typeof(XmlRpcTimeSpanMillisecondsConverter))]</c> says so.</summary>
/// <remarks>A span with a fraction of a millisecond, or of more than 24 days, is refused. Holds no state; safe to share between
/// threads.</remarks>
public sealed class XmlRpcTimeSpanMillisecondsConverter : XmlRpcConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    /// <inheritdoc/>
    public override TimeSpan Read(ref XmlRpcReader reader) => new(reader.ReadInt32() * TimeSpan.TicksPerMillisecond);

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, TimeSpan value) =>
        writer.WriteInt32(TimeUnits.Count(ref writer, value, TimeSpan.TicksPerMillisecond, "millisecond"));
}
