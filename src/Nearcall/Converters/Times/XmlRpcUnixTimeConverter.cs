namespace Nearcall;

/// <summary>A <see cref="DateTimeOffset"/> as whole seconds since the start of 1970 in UTC. Where
/// <c>[XmlRpcConverter(typeof(XmlRpcUnixTimeConverter))]</c> says so.</summary>
/// <remarks>
/// <para>Written as an <c>int</c> as long as it fits, until January 2038; as an <c>i8</c> beyond, which
/// <see cref="XmlRpcDialect.WriteI8"/> has to allow (R74). Any whole number is read, as UTC.</para>
/// <para>A fraction of a second is refused unless <see cref="XmlRpcDialect.WriteDateFraction"/> says to cut it off (R30). Holds no
/// state; safe to share between threads.</para>
/// </remarks>
public sealed class XmlRpcUnixTimeConverter : XmlRpcConverter<DateTimeOffset>
{
    private static readonly long Least = DateTimeOffset.MinValue.ToUnixTimeSeconds();

    private static readonly long Greatest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref XmlRpcReader reader) =>
        DateTimeOffset.FromUnixTimeSeconds(reader.ReadWhole("A Unix time in the years 1 to 9999", Least, Greatest));

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, DateTimeOffset value)
    {
        TimeUnits.NeedWholeSecond(ref writer, value.Ticks);
        var seconds = value.ToUnixTimeSeconds();
        if (seconds is >= int.MinValue and <= int.MaxValue)
        {
            writer.WriteInt32((int)seconds);
        }
        else
        {
            writer.WriteInt64(seconds);
        }
    }
}
