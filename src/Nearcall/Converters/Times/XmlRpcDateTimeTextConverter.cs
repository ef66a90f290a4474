using System.Globalization;

namespace Nearcall;

/// <summary>A <see cref="DateTime"/> as a <c>string</c>, <c>2026-05-04 14:08:55</c>, as Odoo has it. Where
/// <c>[XmlRpcConverter(typeof(XmlRpcDateTimeTextConverter))]</c> says so.</summary>
/// <remarks>
/// <para>The text has no zone (R31): what is read is of unspecified kind, and what the peer means is for you to know; Odoo means UTC.
/// A date of local kind is refused when writing, as its clock depends on the machine; UTC and unspecified are written as they are.</para>
/// <para>A fraction of a second is refused unless <see cref="XmlRpcDialect.WriteDateFraction"/> says to cut it off (R30). Holds no
/// state; safe to share between threads.</para>
/// </remarks>
public sealed class XmlRpcDateTimeTextConverter : XmlRpcConverter<DateTime>
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    /// <inheritdoc/>
    public override DateTime Read(ref XmlRpcReader reader) =>
        DateTime.TryParseExact(reader.ReadString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw reader.CreateUnexpectedTextException("A date, such as 2026-05-04 14:08:55,");

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            throw writer.CreateException("A date of local kind cannot be written without its zone. Give it in UTC.", "R31");
        }

        TimeUnits.NeedWholeSecond(ref writer, value.Ticks);
        writer.WriteString(value.ToString(Form, CultureInfo.InvariantCulture));
    }
}
