namespace Nearcall.Server.Hosting;

/// <summary>
/// While the server goes, each answer is the last of its connection. What a proxy keeps runs dry that way before the server ends, and
/// nobody sends a call into a connection that is just being closed. HTTP/2 has a frame for that, which Kestrel sends by itself.
/// </summary>
internal static class ConnectionDrain
{
    public static void Use(IApplicationBuilder app, Readiness readiness) => app.Use((context, next) =>
    {
        if (!readiness.IsReady && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    });
}
