// NEAR0015: [Authorize] on 'Calculator' would be ignored, since 'Calculator' is served through 'ICalculator': make 'Calculator' a partial class with [XmlRpcService] and map it, or put the attribute on the methods of the interface
// NEAR0015: [AllowAnonymous] on 'Calculator.Add(int, int)' would be ignored, since 'Calculator' is served through 'ICalculator': make 'Calculator' a partial class with [XmlRpcService] and map it, or put the attribute on the methods of the interface
using Microsoft.AspNetCore.Authorization;
using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);
}

[[|Authorize|]]
public class Calculator : ICalculator
{
    [[|AllowAnonymous|]]
    public int Add(int a, int b) => a + b;
}
