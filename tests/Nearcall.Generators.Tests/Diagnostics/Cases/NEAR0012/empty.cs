// NEAR0012: 'Calculator' offers nothing: it implements no interface with [XmlRpcService], and no method of it has [XmlRpcMethod]; mark 'ICalculator' with [XmlRpcService]
// NEAR0012: 'Nothing' offers nothing: it implements no interface with [XmlRpcService], and no method of it has [XmlRpcMethod]
using Nearcall;

public partial interface ICalculator
{
    [XmlRpcMethod("add")]
    int Add(int a, int b);
}

[XmlRpcService]
public partial class [|Calculator|] : ICalculator
{
    public int Add(int a, int b) => a + b;
}

[XmlRpcService]
public partial class [|Nothing|]
{
    public int Add(int a, int b) => a + b;
}
