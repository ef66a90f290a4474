using Nearcall;

namespace Demo.Implementations;

[XmlRpcService("a")]
public partial interface IFirst
{
    [XmlRpcMethod("one", Idempotent = true, Hidden = true)]
    int One();

    int Two();

    int Three();

    [XmlRpcMethod]
    int WithBody() => 4;

    int WithoutAttribute() => 5;

    private int Private() => 6;

    static int Static() => 7;
}

[XmlRpcService("b")]
public partial class Implementation : IFirst
{
    public int One() => 1;

    [XmlRpcMethod("zwei")]
    public int Two() => 2;

    int IFirst.Three() => 3;
}
