using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Obsolete.New))]

namespace Types.Obsolete;

public class New
{
#pragma warning disable CS0612
    public Old? Old { get; set; }
#pragma warning restore CS0612

    [Obsolete("Use Y.")]
    public int X { get; set; }
}

[Obsolete]
public class Old
{
    public int X { get; set; }
}
