using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Inheritance.Circle))]

namespace Types.Inheritance;

public abstract record Shape(string Name)
{
    [XmlRpcMember("area")]
    public abstract double Area { get; }

    public virtual int Layer { get; set; }
}

public record Circle(string Name, double Radius) : Shape(Name)
{
    public override double Area => Radius * Radius * 3;

    [XmlRpcMember("z")]
    public override int Layer { get; set; }
}
