// NEAR0015: [Operators] on 'Guarded' would be ignored, since 'Calculator' is served through 'ICalculator': make 'Calculator' a partial class with [XmlRpcService] and map it, or put the attribute on the methods of the interface
using Microsoft.AspNetCore.Authorization;
using Nearcall;

[XmlRpcService]
public partial interface ICalculator
{
    int Add(int a, int b);
}

public sealed class OperatorsAttribute : AuthorizeAttribute;

[Operators]
public class Guarded;

public class [|Calculator|] : Guarded, ICalculator
{
    public int Add(int a, int b) => a + b;
}
