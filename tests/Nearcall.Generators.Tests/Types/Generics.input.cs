using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Generics.Page<Types.Generics.Order>))]
[assembly: XmlRpcConvertible(typeof(Types.Generics.Page<Types.Generics.Other.Order>))]
[assembly: XmlRpcConvertible(typeof(Types.Generics.Order.Line))]
[assembly: XmlRpcConvertible(typeof(Types.Generics.OrderLine))]
[assembly: XmlRpcConvertible(typeof(KeyValuePair<string, int>))]

namespace Types.Generics
{
    public record Page<T>(T[] Items);

    public record Order(int Id)
    {
        public record Line(int Number);
    }

    public record OrderLine(string Text);
}

namespace Types.Generics.Other
{
    public record Order(string Name);
}
