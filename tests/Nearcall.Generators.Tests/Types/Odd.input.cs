using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Odd.Words))]
[assembly: XmlRpcConvertible(typeof(Types.Odd.Left))]
[assembly: XmlRpcConvertible(typeof(Types.Odd.Closed))]
[assembly: XmlRpcConvertible(typeof(Types.Odd.Outer<int>.Inner))]
[assembly: XmlRpcConvertible(typeof(Types.Odd.Cases))]
[assembly: XmlRpcConvertible(typeof(Types.Odd.Empty))]

namespace Types.Odd;

public record Words(int var, int scoped, int field, int yield, int global, int result, int value, int writer, params int[] items);

public class Left
{
    public Left(int x, [XmlRpcMember(Ignore = true)] string y)
    {
        X = x;
        Y = y;
    }

    public Left(int x, Uri y)
        : this(x, y.ToString())
    {
    }

    public int X { get; }

    public string Y { get; }

    [XmlRpcMember(Ignore = true)]
    public required Action Done { get; set; }

    [Obsolete("It is gone.", error: true)]
    public int Gone { get; set; }

    public ReadOnlySpan<char> Start => Y.AsSpan(0, 1);
}

// Nothing of it can be read back.
public class Closed
{
    public int Length { get; }
}

public record Empty;

public class Outer<T>
{
    public class Inner
    {
        public T?[] Items { get; init; } = [];

        public (T A, int B) Pair { get; init; } = (default!, 1);
    }
}

public class Cases
{
    public int name { get; init; } = 1;

    public int Name { get; init; } = 2;

    public int HasName { get; init; } = 3;
}
