namespace Nearcall;

/// <summary>
/// A date and time of day as <c>dateTime.iso8601</c> carries it: what a clock on the wall shows, to the second (R30). Where a
/// dialect lets them through, it has a fraction of a second and an offset from UTC as well (R31, R32).
/// </summary>
/// <remarks>
/// <para><c>default(XmlRpcDateTime)</c> is no date, which some servers send as zeros (R32); see <see cref="IsZero"/>.</para>
/// <para>Two dates are equal when clock and offset are. 14:00+02:00 does not equal 12:00+00:00, and neither equals a date
/// without an offset, whose instant nobody knows. The order is that of the clocks, then that of the offsets with none first;
/// to compare instants, compare <see cref="ToDateTimeOffset()"/>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public readonly partial struct XmlRpcDateTime
    : IEquatable<XmlRpcDateTime>, IComparable<XmlRpcDateTime>, ISpanFormattable, IUtf8SpanFormattable
{
    /// <summary>The offsets that <see cref="DateTimeOffset"/> knows go to 14 hours either way.</summary>
    private const int GreatestOffsetMinutes = 14 * 60;

    /// <summary>Zones are kept as minutes plus this, so that 0 is left for no zone.</summary>
    private const short UtcZone = 1000;

    /// <summary>Makes a date without an offset.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the days of the month.</param>
    /// <param name="hour">0 to 23. Default: 0.</param>
    /// <param name="minute">0 to 59. Default: 0.</param>
    /// <param name="second">0 to 59. Default: 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public XmlRpcDateTime(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
        : this(new DateTime(year, month, day, hour, minute, second).Ticks + 1, 0)
    {
    }

    /// <summary>Makes a date of a .NET date, to 100 nanoseconds.</summary>
    /// <param name="dateTime">What the clock shows.</param>
    /// <param name="offset">
    /// The offset from UTC in whole minutes, to 14 hours either way. Default: what the kind of <paramref name="dateTime"/> says:
    /// zero for UTC, that of this machine's zone at that time for local, none for unspecified.
    /// </param>
    /// <exception cref="ArgumentException">The offset contradicts the kind, or has seconds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The offset goes beyond 14 hours, or leads out of the years 1 to 9999 in UTC.
    /// </exception>
    public XmlRpcDateTime(DateTime dateTime, TimeSpan? offset = null)
    {
        var implied = dateTime.Kind switch
        {
            DateTimeKind.Utc => TimeSpan.Zero,
            DateTimeKind.Local => TimeZoneInfo.Local.GetUtcOffset(dateTime),
            _ => offset,
        };
        if (offset is not null && offset != implied)
        {
            throw new ArgumentException($"The offset contradicts the date's kind, which is {dateTime.Kind}.", nameof(offset));
        }

        var minutes = implied?.Ticks / TimeSpan.TicksPerMinute;
        if (implied?.Ticks % TimeSpan.TicksPerMinute is not (null or 0))
        {
            throw new ArgumentException("The offset is not in whole minutes.", nameof(offset));
        }

        if (!TryCreate(dateTime.Ticks, minutes, out this))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "The offset leads beyond 14 hours or out of the years 1 to 9999.");
        }
    }

    private XmlRpcDateTime(long stamp, short zone)
    {
        Stamp = stamp;
        Zone = zone;
    }

    /// <summary>Whether this is no date: the default, which travels as <c>00000000T00:00:00</c> (R32).</summary>
    public bool IsZero => Stamp == 0;

    /// <summary>What the clock shows; the kind is unspecified, whatever the offset.</summary>
    /// <exception cref="InvalidOperationException">This is no date; see <see cref="IsZero"/>.</exception>
    public DateTime DateTime => IsZero ? throw NoDate() : new(Stamp - 1);

    /// <summary>The offset from UTC; null if there is none, and then no zone may be assumed (R31).</summary>
    public TimeSpan? Offset => Zone == 0 ? null : TimeSpan.FromMinutes(Zone - UtcZone);

    /// <summary>Whether there is a fraction of a second.</summary>
    public bool HasFraction => !IsZero && (Stamp - 1) % TimeSpan.TicksPerSecond != 0;

    /// <summary>The ticks of the clock plus one; 0 is no date.</summary>
    internal long Stamp { get; }

    /// <summary>The offset in minutes plus <see cref="UtcZone"/>; 0 is no offset.</summary>
    internal short Zone { get; }

    /// <summary>Makes a date as <see cref="XmlRpcDateTime(DateTime, TimeSpan?)"/> does: the kind counts.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator XmlRpcDateTime(DateTime value) => new(value);

    /// <summary>Makes a date with an offset.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator XmlRpcDateTime(DateTimeOffset value) => new(value.DateTime, value.Offset);

    /// <summary>Makes a date of ticks and an offset; <see langword="false"/> if there is no such date.</summary>
    internal static bool TryCreate(long ticks, long? offsetMinutes, out XmlRpcDateTime date)
    {
        date = default;
        var minutes = offsetMinutes ?? 0;
        if (!IsInCalendar(ticks)
            || minutes is < -GreatestOffsetMinutes or > GreatestOffsetMinutes
            || !IsInCalendar(ticks - (minutes * TimeSpan.TicksPerMinute)))
        {
            return false;
        }

        date = new(ticks + 1, (short)(offsetMinutes is null ? 0 : minutes + UtcZone));
        return true;
    }

    /// <summary>Puts together what <see cref="Stamp"/> and <see cref="Zone"/> gave.</summary>
    internal static XmlRpcDateTime FromParts(long stamp, short zone) => new(stamp, zone);

    /// <summary>The date with its offset.</summary>
    /// <returns>The same clock and offset.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no offset, or this is no date. Say which offset to assume: <see cref="ToDateTimeOffset(TimeSpan)"/>.
    /// </exception>
    public DateTimeOffset ToDateTimeOffset() => new(DateTime, Offset ?? throw new InvalidOperationException(
        "The date has no offset, and no zone may be assumed (R31). Say which one the server means: ToDateTimeOffset(offset)."));

    /// <summary>The date with its offset or, if it has none, with the one that the server is known to mean (R31).</summary>
    /// <param name="assumedOffset">The offset to assume where there is none.</param>
    /// <returns>The same clock, with an offset.</returns>
    /// <exception cref="InvalidOperationException">This is no date.</exception>
    /// <exception cref="ArgumentException">The offset is needed and has seconds or goes out of range.</exception>
    public DateTimeOffset ToDateTimeOffset(TimeSpan assumedOffset) => new(DateTime, Offset ?? assumedOffset);

    /// <summary>The same instant as a clock in UTC shows it.</summary>
    /// <returns>The date with offset zero.</returns>
    /// <exception cref="InvalidOperationException">There is no offset, or this is no date.</exception>
    public XmlRpcDateTime ToUniversalTime() => ToDateTimeOffset().ToUniversalTime();

    /// <summary>What the clock shows, without the offset.</summary>
    /// <returns>The date without an offset.</returns>
    public XmlRpcDateTime WithoutOffset() => new(Stamp, 0);

    /// <summary>The date cut to whole seconds, towards the past.</summary>
    /// <returns>The date without a fraction.</returns>
    public XmlRpcDateTime WithoutFraction() => IsZero ? this : new(Stamp - ((Stamp - 1) % TimeSpan.TicksPerSecond), Zone);

    private static bool IsInCalendar(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    private static InvalidOperationException NoDate() => new("The value is no date: all its digits are zero (R32).");
}
