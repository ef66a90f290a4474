using System.Diagnostics.CodeAnalysis;
using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Constructors.Only))]
[assembly: XmlRpcConvertible(typeof(Types.Constructors.Matching))]
[assembly: XmlRpcConvertible(typeof(Types.Constructors.Parameterless))]
[assembly: XmlRpcConvertible(typeof(Types.Constructors.Setting))]
[assembly: XmlRpcConvertible(typeof(Types.Constructors.Primary))]

namespace Types.Constructors;

public class Only(int id, IEnumerable<string> names, double factor = 1.5, DayOfWeek day = DayOfWeek.Friday, string? text = "a\"b")
{
    public int Id { get; } = id;

    public IReadOnlyList<string> Names { get; } = [.. names];

    public double Scaled { get; } = factor;

    public DayOfWeek Day { get; } = day;

    public string? Text { get; } = text;
}

public class Matching
{
    public Matching(int id) => Id = id;

    public Matching(int id, string name)
        : this(id) => Name = name;

    public Matching(int id, string name, string unknown)
        : this(id, name + unknown)
    {
    }

    public int Id { get; }

    public string Name { get; } = "";
}

public class Parameterless
{
    public Parameterless()
    {
    }

    public Parameterless(string unknown) => Id = unknown.Length;

    public int Id { get; set; }
}

public class Setting
{
    [SetsRequiredMembers]
    public Setting(int id) => Id = id;

    public required int Id { get; set; }
}

public record struct Primary(int X)
{
    public Primary(int x, int y)
        : this(x + y)
    {
    }
}
