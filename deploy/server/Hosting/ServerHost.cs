using Microsoft.AspNetCore.Server.Kestrel.Core;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>The web application of a server: nothing in it comes from anywhere but the settings.</summary>
internal static class ServerHost
{
    public static WebApplication Build(ServerSettings settings, Action<XmlRpcMethodsBuilder> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, settings));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<IHostLifetime, SignalLifetime>();
        builder.Services.AddSingleton(settings.Stop);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Stop.Within - settings.Stop.NotReady);
        builder.Services.AddXmlRpc(options => options.Limits = settings.Limits);

        var app = builder.Build();
        var readiness = app.Services.GetRequiredService<Readiness>();
        ConnectionDrain.Use(app, readiness);
        HealthEndpoints.Map(app, readiness);
        app.MapXmlRpc(settings.Path, map);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerSettings settings)
    {
        kestrel.AddServerHeader = false;
        if (settings.Address is { } address)
        {
            kestrel.Listen(address, settings.Port);
        }
        else
        {
            kestrel.ListenAnyIP(settings.Port);
        }
    }
}
