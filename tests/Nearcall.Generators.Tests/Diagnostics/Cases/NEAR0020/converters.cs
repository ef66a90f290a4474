// NEAR0020: 'PointConverter' cannot convert a type of this assembly: it has no public constructor without parameters
// NEAR0020: 'string' cannot convert 'Money': it does not derive from XmlRpcConverter<T>
// NEAR0020: 'MoneyConverter' cannot convert 'Point': it converts 'Money'
// NEAR0020: 'PointConverter' cannot convert 'Point': it has no public constructor without parameters
// NEAR0020: 'AbstractConverter' cannot convert 'Money?': it is abstract, so that none can be made
// NEAR0020: 'MoneyConverter' cannot convert 'int': it converts 'Money'
// NEAR0020: 'MoneyConverter' cannot convert 'string': it converts 'Money'
using Nearcall;

[assembly: [|XmlRpcConverter(typeof(PointConverter))|]]

[[|XmlRpcConverter(typeof(string))|]]
public readonly record struct Money(decimal Amount);

[[|XmlRpcConverter(typeof(MoneyConverter))|]]
public readonly record struct Point(int X, int Y);

public class Order
{
    [[|XmlRpcConverter(typeof(PointConverter))|]]
    public Point Place { get; set; }

    [[|XmlRpcConverter(typeof(AbstractConverter))|]]
    public Money? Price { get; set; }
}

[XmlRpcService]
public partial interface IShop
{
    [return: [|XmlRpcConverter(typeof(MoneyConverter))|]]
    Task<int> PayAsync([[|XmlRpcConverter(typeof(MoneyConverter))|]] string amount, CancellationToken cancellationToken = default);
}

public class MoneyConverter : XmlRpcConverter<Money>
{
    public override Money Read(ref XmlRpcReader reader) => default;

    public override void Write(ref XmlRpcWriter writer, Money value)
    {
    }
}

public class PointConverter(int scale) : XmlRpcConverter<Point>
{
    public override Point Read(ref XmlRpcReader reader) => new(scale, scale);

    public override void Write(ref XmlRpcWriter writer, Point value)
    {
    }
}

public abstract class AbstractConverter : XmlRpcConverter<Money>;
