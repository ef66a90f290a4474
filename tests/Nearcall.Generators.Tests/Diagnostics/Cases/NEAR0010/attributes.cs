// NEAR0010: [EnableRateLimiting] on 'ICalculator' is ignored, since all methods share one endpoint: call RequireRateLimiting on what MapXmlRpc returns
// NEAR0010: [RequestTimeout] on 'ICalculator.Add(int, int)' is ignored, since all methods share one endpoint: call WithRequestTimeout on what MapXmlRpc returns
// NEAR0010: [EnableCors] on 'Calculator' is ignored, since all methods share one endpoint: call RequireCors on what MapXmlRpc returns
// NEAR0010: [RequireHttps] on 'Calculator.Add(int, int)' is ignored, since all methods share one endpoint: write app.UseHttpsRedirection() or listen with TLS alone
// NEAR0010: [Logged] on 'Calculator.Subtract(int, int)' is ignored, since all methods share one endpoint: write an IXmlRpcFilter instead of a filter of MVC
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using Nearcall;

[XmlRpcService, [|EnableRateLimiting("few")|]]
public partial interface ICalculator
{
    [[|RequestTimeout(1000)|]]
    int Add(int a, int b);
}

[XmlRpcService]
[[|EnableCors|]]
public partial class Calculator : ICalculator
{
    [[|RequireHttps|]]
    public int Add(int a, int b) => a + b;

    [XmlRpcMethod]
    [[|Logged|]]
    public int Subtract(int a, int b) => a - b;
}

public sealed class LoggedAttribute : ActionFilterAttribute;
