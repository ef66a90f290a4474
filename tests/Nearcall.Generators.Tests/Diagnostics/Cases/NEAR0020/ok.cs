using Nearcall;

[assembly: XmlRpcConverter(typeof(MoneyConverter))]

[XmlRpcConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount);

public record Order([XmlRpcConverter(typeof(MoneyConverter))] Money Price, [XmlRpcConverter(typeof(MoneyConverter))] Money? Discount);

[XmlRpcConverter(typeof(BoxConverter<>))]
public record Box<T>(T Content);

public class BoxConverter<T> : XmlRpcConverter<Box<T>>
{
    public override Box<T> Read(ref XmlRpcReader reader) => throw new NotSupportedException();

    public override void Write(ref XmlRpcWriter writer, Box<T> value)
    {
    }
}

[XmlRpcService]
public partial interface IShop
{
    [return: XmlRpcConverter(typeof(MoneyConverter))]
    Task<Money> PayAsync([XmlRpcConverter(typeof(MoneyConverter))] Money amount, CancellationToken cancellationToken = default);

    void Add([XmlRpcConverter(typeof(MoneyConverter))] params Money[] amounts);
}

public class MoneyConverter : XmlRpcConverter<Money>
{
    public override Money Read(ref XmlRpcReader reader) => default;

    public override void Write(ref XmlRpcWriter writer, Money value)
    {
    }
}
