using Microsoft.AspNetCore.Authorization;
using Nearcall;

[XmlRpcService]
[Authorize]
public partial interface ICalculator
{
    [AllowAnonymous]
    int Add(int a, int b);
}

[XmlRpcService]
[Authorize(Policy = "operators")]
public partial class Calculator : ICalculator
{
    [Authorize(Roles = "admin")]
    public int Add(int a, int b) => a + b;
}

public class Plain : ICalculator
{
    public int Add(int a, int b) => a + b;
}

[Authorize]
public class Unrelated;
