namespace Nearcall;

internal sealed class DoubleConverter : XmlRpcConverter<double>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Double;

    public override double Read(ref XmlRpcReader reader) => reader.ReadDouble();

    public override void Write(ref XmlRpcWriter writer, double value) => writer.WriteDouble(value);
}

/// <summary>A <c>double</c> holds it, and every peer reads that (R17).</summary>
internal sealed class SingleConverter : XmlRpcConverter<float>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Double;

    public override float Read(ref XmlRpcReader reader) => reader.ReadSingle();

    public override void Write(ref XmlRpcWriter writer, float value) => writer.WriteDouble(value);
}

internal sealed class BigDecimalConverter : XmlRpcConverter<XmlRpcBigDecimal>
{
    public override XmlRpcKind? Kind => XmlRpcKind.BigDecimal;

    public override XmlRpcBigDecimal Read(ref XmlRpcReader reader) => reader.ReadBigDecimal();

    public override void Write(ref XmlRpcWriter writer, XmlRpcBigDecimal value) => writer.WriteBigDecimal(value);
}

/// <summary>An <c>ex:bigdecimal</c> (R74): a double would round the number.</summary>
internal sealed class DecimalConverter : XmlRpcConverter<decimal>
{
    public override XmlRpcKind? Kind => XmlRpcKind.BigDecimal;

    public override decimal Read(ref XmlRpcReader reader) =>
        reader.ReadBigDecimal().TryToDecimal(out var value)
            ? value
            : throw reader.CreateException("A decimal was expected, and the number has more digits than a decimal keeps.", "R55");

    public override void Write(ref XmlRpcWriter writer, decimal value) => writer.WriteBigDecimal(value);
}

/// <summary>A <c>double</c> holds it, and every peer reads that (R17). A double is rounded to the nearest.</summary>
internal sealed class HalfConverter : XmlRpcConverter<Half>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Double;

    public override Half Read(ref XmlRpcReader reader)
    {
        var number = reader.ReadDouble();
        var half = (Half)number;
        if (reader.Kind is not (XmlRpcKind.Double or XmlRpcKind.Float) && (double)half != number)
        {
            throw reader.CreateException("A Half was expected, and the whole number has more digits than a Half keeps.", "R20");
        }

        return Half.IsInfinity(half) && !double.IsInfinity(number)
            ? throw reader.CreateException("The number is too great for a 16-bit floating-point number.", "R20")
            : half;
    }

    public override void Write(ref XmlRpcWriter writer, Half value) => writer.WriteDouble((double)value);
}
