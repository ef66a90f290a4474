using Nearcall;

namespace Demo.Hierarchy;

public abstract class Base
{
    [XmlRpcMethod("ping")]
    public virtual string Ping() => "base";

    [XmlRpcMethod]
    public static int Version() => 1;
}

[XmlRpcService("first")]
public partial class First : Base
{
    public override string Ping() => "first";

    [XmlRpcMethod]
    public virtual void Run()
    {
    }

    // Not part of the contract.
    public void Other()
    {
    }
}

[XmlRpcService("second")]
public partial class Second : First
{
    public override void Run()
    {
    }

    [XmlRpcMethod]
    internal string Name() => nameof(Second);
}
