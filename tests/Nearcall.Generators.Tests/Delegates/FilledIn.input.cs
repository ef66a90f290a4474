using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Nearcall;

namespace Demo;

public static class FilledIn
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add(
            "all",
            (XmlRpcCallContext call, int a, HttpContext http, [FromServices] TimeProvider clock, [FromKeyedServices("k")] TimeProvider? other, CancellationToken token) =>
                a);
        methods.Add("administer", [Authorize("admins")] (int a) => a);
        methods.Add("open", Open);
    }

    [AllowAnonymous]
    [Authorize(Roles = "a,b")]
    private static bool Open() => true;
}
