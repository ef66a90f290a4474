namespace Nearcall.Benchmarks.Operations;

/// <summary>The service that calls are dispatched to.</summary>
[XmlRpcService]
internal sealed partial class Calculator
{
    [XmlRpcMethod("add")]
    public int Add(int a, int b) => checked(a + b);
}
