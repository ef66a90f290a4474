using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Record.Order))]

namespace Types.Record;

public record Order(int Id, string? Note, IReadOnlyList<Line> Lines, Status Status = Status.Open);

public readonly record struct Line(string Article, decimal Price);

public enum Status
{
    Open,
    Paid,
}
