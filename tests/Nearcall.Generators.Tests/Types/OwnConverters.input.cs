using Nearcall;

[assembly: XmlRpcConverter(typeof(Types.OwnConverters.DegreesConverter))]
[assembly: XmlRpcConvertible(typeof(Types.OwnConverters.Invoice))]
[assembly: XmlRpcConvertible(typeof(Types.OwnConverters.Box<int>))]

namespace Types.OwnConverters;

[XmlRpcConverter(typeof(MoneyConverter))]
public record Money(int Amount);

[XmlRpcConverter(typeof(BoxConverter<>))]
public record struct Box<T>(T Content);

public record struct Degrees(int Celsius);

public record Invoice(
    Money Total,
    Money? Tip,
    [XmlRpcConverter(typeof(CentsConverter))] Money Cents,
    [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))] TimeSpan? Delay,
    [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))] List<TimeSpan> Pauses,
    Degrees[] Degrees,
    [XmlRpcConverter(typeof(MaybeConverter))] Degrees? Maybe);

public class MoneyConverter : XmlRpcConverter<Money>
{
    public override Money Read(ref XmlRpcReader reader) => new(reader.ReadInt32());

    public override void Write(ref XmlRpcWriter writer, Money value) => writer.WriteInt32(value.Amount);
}

public class CentsConverter : MoneyConverter;

public class BoxConverter<T> : XmlRpcConverter<Box<T>>
{
    public override Box<T> Read(ref XmlRpcReader reader) => default;

    public override void Write(ref XmlRpcWriter writer, Box<T> value) => writer.WriteNil();
}

public class DegreesConverter : XmlRpcConverter<Degrees>
{
    public override Degrees Read(ref XmlRpcReader reader) => new(reader.ReadInt32());

    public override void Write(ref XmlRpcWriter writer, Degrees value) => writer.WriteInt32(value.Celsius);
}

public class MaybeConverter : XmlRpcConverter<Degrees?>
{
    public override Degrees? Read(ref XmlRpcReader reader) => null;

    public override void Write(ref XmlRpcWriter writer, Degrees? value) => writer.WriteNil();
}
