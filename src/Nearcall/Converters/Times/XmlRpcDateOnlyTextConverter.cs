using System.Globalization;

namespace Nearcall;

/// <summary>A <see cref="DateOnly"/> as a <c>string</c>, <c>2026-05-04</c>, as Odoo has it. Where
/// <c>[XmlRpcConverter(typeof(XmlRpcDateOnlyTextConverter))]</c> says so.</summary>
/// <remarks>Holds no state; safe to share between threads.</remarks>
public sealed class XmlRpcDateOnlyTextConverter : XmlRpcConverter<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    /// <inheritdoc/>
    public override DateOnly Read(ref XmlRpcReader reader) =>
        DateOnly.TryParseExact(reader.ReadString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw reader.CreateUnexpectedTextException("A date, such as 2026-05-04,");

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, DateOnly value) =>
        writer.WriteString(value.ToString(Form, CultureInfo.InvariantCulture));
}
