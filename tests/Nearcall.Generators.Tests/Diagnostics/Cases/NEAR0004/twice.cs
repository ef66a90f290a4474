// NEAR0004: The cancellation token 'other' of 'Calculator.Add(int, int, CancellationToken, CancellationToken)' is not the only one: a call ends with one; take it out
using Nearcall;

[XmlRpcService]
public partial class Calculator
{
    [XmlRpcMethod]
    public int Add(int a, int b, CancellationToken cancellationToken, CancellationToken [|other|]) => a + b;
}
