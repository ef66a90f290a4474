namespace Nearcall;

/// <summary>A <see cref="TimeSpan"/> as a <c>double</c> of seconds, where
/// <c>[XmlRpcConverter(typeof(XmlRpcTimeSpanFractionalSecondsConverter))]</c> says so.</summary>
/// <remarks>
/// What is read is rounded to 100 nanoseconds. What is written reads back the same: a span that a double does not keep, which takes
/// more than 28 years, is refused. Holds no state; safe to share between threads.
/// </remarks>
public sealed class XmlRpcTimeSpanFractionalSecondsConverter : XmlRpcConverter<TimeSpan>
{
    // No double lies between this and the first that a TimeSpan does not hold.
    private const double GreatestSeconds = 922337203685.0;

    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.Double;

    /// <inheritdoc/>
    public override TimeSpan Read(ref XmlRpcReader reader)
    {
        var seconds = reader.ReadDouble();
        return Math.Abs(seconds) <= GreatestSeconds
            ? Span(seconds)
            : throw reader.CreateUnexpectedTextException("A time span of at most 922337203685 seconds");
    }

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, TimeSpan value)
    {
        var seconds = value.Ticks / (double)TimeSpan.TicksPerSecond;
        if (Math.Abs(seconds) > GreatestSeconds || Span(seconds) != value)
        {
            throw writer.CreateException($"The time span {value:c} has more digits than a double keeps.", "R20");
        }

        writer.WriteDouble(seconds);
    }

    private static TimeSpan Span(double seconds) => new((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
