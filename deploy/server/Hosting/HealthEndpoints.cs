namespace Nearcall.Server.Hosting;

/// <summary>What load balancers and supervisors ask for. Needs no credentials and tells nothing but the state.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints, Readiness readiness)
    {
        endpoints.MapMethods("/health/live", Methods, context => AnswerAsync(context, StatusCodes.Status200OK, "live\n"));
        endpoints.MapMethods("/health/ready", Methods, context => readiness.IsReady
            ? AnswerAsync(context, StatusCodes.Status200OK, "ready\n")
            : AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "stopping\n"));
    }

    private static Task AnswerAsync(HttpContext context, int status, string state)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain";
        context.Response.ContentLength = state.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(state, context.RequestAborted);
    }
}
