using Nearcall;
using Nearcall.Tests.Converters.Generated;

[assembly: XmlRpcConvertible(typeof(Order))]
[assembly: XmlRpcConvertible(typeof(Article))]
[assembly: XmlRpcConvertible(typeof(Page<Line>))]
[assembly: XmlRpcConvertible(typeof(Addresses))]
[assembly: XmlRpcConvertible(typeof(Page<Line>.Cursor))]
[assembly: XmlRpcConvertible(typeof(Shape))]
[assembly: XmlRpcConvertible(typeof(Circle))]
[assembly: XmlRpcConvertible(typeof(Branch))]
[assembly: XmlRpcConvertible(typeof(Readings))]
[assembly: XmlRpcConvertible(typeof(Session))]
[assembly: XmlRpcConvertible(typeof(Empty))]

namespace Nearcall.Tests.Converters.Generated;

/// <summary>A record with members of each sort.</summary>
internal sealed record Order(int Id, [XmlRpcMember("title")] string Title, Status Status = Status.Open, double? Weight = null)
{
    public IReadOnlyList<Line> Lines { get; init; } = [new(0, 0)];

    public string? Note { get; init; }

    public int Priority { get; set; } = 5;

    [XmlRpcMember(Omit = XmlRpcOmission.WhenDefault)]
    public int Discount { get; set; }

    [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)]
    public string? Coupon { get; set; }

    [XmlRpcMember]
    public int LineCount => Lines.Count;

    public bool IsBig => Lines.Count > 100;

    [XmlRpcMember(Ignore = true)]
    public string? Secret { get; set; }

    public bool Equals(Order? other) =>
        other is not null && (Id, Title, Status, Weight, Note, Priority, Discount, Coupon)
            == (other.Id, other.Title, other.Status, other.Weight, other.Note, other.Priority, other.Discount, other.Coupon)
        && Lines.SequenceEqual(other.Lines);

    public override int GetHashCode() => Id;
}

internal enum Status
{
    Open = 1,
    Paid,
    Sent = 10,
}

/// <summary>A struct with an <c>init</c> property beside its constructor.</summary>
internal readonly record struct Line(int Number, decimal Price)
{
    public bool IsGift { get; init; }

    public int? Stock { get; init; } = 6;
}

/// <summary>A class without a constructor of its own, named in the manner of many servers.</summary>
[XmlRpcStruct(Naming = XmlRpcNaming.SnakeCase)]
internal sealed class Article
{
    public required string ArticleName { get; init; }

    public required Uri HomePage { get; set; }

    [XmlRpcMember(Required = true)]
    public Guid Key { get; init; }

    [XmlRpcMember(Required = false)]
    public required string? MadeBy { get; init; }

    public List<string?> Tags { get; init; } = ["none"];
}

internal sealed class Page<T>
    where T : struct
{
    public T[] Items { get; init; } = [];

    public string Next { get; init; } = "start";

    internal sealed class Cursor
    {
        public T? Last { get; init; }
    }
}

internal class Book<T>
    where T : notnull
{
    public Dictionary<string, T> Entries { get; init; } = [];

    public T? First { get; init; }
}

internal sealed class Addresses : Book<int>
{
    public int Owner { get; init; } = 4;
}

internal class Shape(string name)
{
    public string Name { get; } = name;

    public virtual int Size { get; init; } = 1;
}

internal sealed class Circle : Shape
{
    public Circle(string name, double radius)
        : base(name) => Radius = radius;

    public Circle()
        : this("none", 0)
    {
    }

    public double Radius { get; }

    [XmlRpcMember("size")]
    public override int Size { get; init; } = 2;
}

/// <summary>A type that contains itself.</summary>
internal sealed record Branch(string Name)
{
    public List<Branch> Branches { get; init; } = [];

    public Branch? Parent { get; init; }
}

/// <summary>Public fields.</summary>
internal struct Readings
{
    public int Count;
    public short Least;
    public float Mean;
}

/// <summary>Every scalar that a single call reads, and nothing on the heap.</summary>
internal readonly record struct Scalars(
    int Int,
    long Long,
    short Short,
    sbyte SByte,
    bool Bool,
    double Double,
    float Float,
    XmlRpcDateTime Date,
    byte Byte,
    uint UInt,
    Status Status,
    int? Nothing);

internal sealed class Session
{
    internal Session(string user) => User = user;

    public string User { get; }

    [XmlRpcMember]
    internal int Age { get; set; } = 3;
}

internal sealed record Empty;
