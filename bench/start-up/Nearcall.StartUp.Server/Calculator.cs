namespace Nearcall.StartUp;

[XmlRpcService]
internal sealed partial class Calculator
{
    [XmlRpcMethod("add", Idempotent = true)]
    public int Add(int a, int b) => checked(a + b);
}
