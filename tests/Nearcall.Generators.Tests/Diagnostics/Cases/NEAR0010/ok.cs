using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Nearcall;

[XmlRpcService]
[Authorize(Policy = "operators", Roles = "admin", AuthenticationSchemes = "Basic")]
public partial class Calculator
{
    [XmlRpcMethod]
    [AllowAnonymous]
    public int Add(int a, int b) => a + b;

    [EnableRateLimiting("few")]
    public int NotServed() => 1;
}
