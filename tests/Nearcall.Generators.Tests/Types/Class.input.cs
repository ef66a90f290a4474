using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Class.Article))]

namespace Types.Class;

public class Article
{
    public required string Name { get; init; }

    public int Stock { get; set; }

    public string Unit { get; set; } = "piece";

    public double Weight;

    public readonly int Hidden = 1;

    public string Label => Name + Unit;

    [XmlRpcMember("label_length")]
    public int LabelLength => Label.Length;

    [XmlRpcMember(Required = true)]
    public bool IsSold { get; set; }

    [XmlRpcMember]
    internal long Code { get; set; }

    public static int Count { get; set; }

    public int this[int index] => index;
}
