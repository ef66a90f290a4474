using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>The same slim host for each server: one address without TLS, no log, bodies of any size.</summary>
internal static class ServerHost
{
    public static async Task RunAsync(ServerSubject subject, int port, bool http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            // Without TLS nobody agrees on a protocol, so an address has one: the caller knows it beforehand.
            kestrel.Listen(IPAddress.Loopback, port, address => address.Protocols = http2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        });
        subject.Add(builder);

        await using var app = builder.Build();
        subject.Map(app);
        await app.RunAsync();
    }
}
