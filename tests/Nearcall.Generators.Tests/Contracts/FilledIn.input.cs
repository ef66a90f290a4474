using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Nearcall;

namespace Demo.FilledIn;

public interface IClock;

[XmlRpcService]
public partial class Reports
{
    [XmlRpcMethod]
    public int Count(
        HttpContext http,
        int a,
        [FromServices] IClock clock,
        [FromServices] IClock? maybe,
        [FromKeyedServices("main")] IClock main,
        [FromKeyedServices(DayOfWeek.Monday)] IClock? monday,
        XmlRpcCallContext call,
        CancellationToken cancellationToken) => a;
}

// A client has none of these.
[XmlRpcService]
public partial interface IReports
{
    int Count(int a, XmlRpcCallContext call);
}
