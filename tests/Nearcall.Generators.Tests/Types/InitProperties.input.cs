using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.InitProperties.Derived))]
[assembly: XmlRpcConvertible(typeof(Types.InitProperties.Page<string, int>))]
[assembly: XmlRpcConvertible(typeof(Types.InitProperties.Line))]

namespace Types.InitProperties;

public class Base
{
    public string Name { get; init; } = "none";
}

public class Derived : Base
{
    public int Plain { get; init; }

    public int Count { get; init; } = 5;
}

public class Page<TKey, TItem>
    where TKey : class, IComparable<TKey>
    where TItem : struct
{
    public TKey? First { get; init; } = default;

    public TItem[] Items { get; init; } = [];
}

public struct Line()
{
    public int Number { get; init; } = 1;
}
