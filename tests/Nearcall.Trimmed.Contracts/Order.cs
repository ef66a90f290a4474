namespace Nearcall.Trimmed.Contracts;

[XmlRpcStruct(Naming = XmlRpcNaming.SnakeCase)]
public sealed record Order(Guid Id, DateOnly Day, State State, IReadOnlyList<Line> Lines, Order? Previous = null)
{
    [XmlRpcMember(Omit = XmlRpcOmission.WhenNull)]
    public string? Note { get; init; }

    [XmlRpcConverter(typeof(XmlRpcTimeSpanSecondsConverter))]
    public TimeSpan Delay { get; init; }
}

public readonly record struct Line(string Article, int Count, double Price);

[XmlRpcEnum(XmlRpcEnumForm.Name)]
public enum State
{
    Open,
    Sent,
}
