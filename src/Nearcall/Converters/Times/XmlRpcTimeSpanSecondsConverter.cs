namespace Nearcall;

/// <summary>
/// A <see cref="TimeSpan"/> as an <c>int</c> of seconds. The protocol has no time spans, so each is declared:
/// <c>[XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))]</c>.
/// </summary>
/// <remarks>A span with a fraction of a second, or of more than 68 years, is refused. Holds no state; safe to share between threads.</remarks>
public sealed class XmlRpcTimeSpanSecondsConverter : XmlRpcConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    /// <inheritdoc/>
    public override TimeSpan Read(ref XmlRpcReader reader) => new(reader.ReadInt32() * TimeSpan.TicksPerSecond);

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, TimeSpan value) =>
        writer.WriteInt32(TimeUnits.Count(ref writer, value, TimeSpan.TicksPerSecond, "second"));
}
