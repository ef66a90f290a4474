using System.Globalization;

namespace Nearcall;

/// <summary>A <see cref="TimeSpan"/> as a <c>string</c>: <c>1.02:03:04.5</c> is a day, two hours, three minutes and 4.5 seconds. Where
/// <c>[XmlRpcConverter(typeof(XmlRpcTimeSpanTextConverter))]</c> says so.</summary>
/// <remarks>The constant form, "c", of .NET; nothing is lost. Holds no state; safe to share between threads.</remarks>
public sealed class XmlRpcTimeSpanTextConverter : XmlRpcConverter<TimeSpan>
{
    /// <inheritdoc/>
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    /// <inheritdoc/>
    public override TimeSpan Read(ref XmlRpcReader reader) =>
        TimeSpan.TryParseExact(reader.ReadString(), "c", CultureInfo.InvariantCulture, out var span)
            ? span
            : throw reader.CreateUnexpectedTextException("A time span, such as 02:03:04 or 1.02:03:04.5,");

    /// <inheritdoc/>
    public override void Write(ref XmlRpcWriter writer, TimeSpan value) =>
        writer.WriteString(value.ToString("c", CultureInfo.InvariantCulture));
}
