using Nearcall;

[assembly: XmlRpcConvertible(typeof(GlobalOrder))]

public record GlobalOrder(GlobalOrder.Line[] Lines)
{
    public record Line(int System, string Nearcall);
}
