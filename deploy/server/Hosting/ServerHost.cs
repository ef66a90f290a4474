using Microsoft.AspNetCore.Server.Kestrel.Core;
using Nearcall.Server.Credentials;
using Nearcall.Server.Proxies;
using Nearcall.Server.Settings;
using Nearcall.Server.Telemetry;
using Nearcall.Server.Tls;

namespace Nearcall.Server.Hosting;

/// <summary>The web application of a server: nothing in it comes from anywhere but the settings.</summary>
internal static class ServerHost
{
    public static WebApplication Build(
        ServerSettings settings, LastResort lastResort, TelemetryExport? telemetry, Action<XmlRpcMethodsBuilder> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, settings));
        ServerLogging.Add(builder.Logging, settings.LogLevel);
        telemetry?.AddLogs(builder.Logging);
        builder.Services.AddSingleton(lastResort);
        AddServices(builder.Services, settings);
        var app = builder.Build();
        Use(app, settings);
        Map(app, settings, map);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServerSettings settings)
    {
        services.AddRoutingCore();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Stop);
        services.AddSingleton<Readiness>();
        services.AddSingleton<IHostLifetime, SignalLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Stop.Answering);
        services.AddXmlRpc(options => options.Limits = settings.Limits);
        CredentialsSetup.Add(services, settings.Callers);
        if (settings.Certificate is { } certificate)
        {
            services.AddSingleton(certificate);
            services.AddHostedService<CertificateWatch>();
        }
    }

    // The caller's address comes first, as all behind it may record it; then the log, which records what all behind it did.
    private static void Use(WebApplication app, ServerSettings settings)
    {
        ForwardedAddresses.Use(app, settings.KnownProxies);
        if (settings.RequestLog)
        {
            app.Use(new RequestLog(TimeProvider.System, Console.Out).InvokeAsync);
        }

        ConnectionDrain.Use(app, app.Services.GetRequiredService<Readiness>());
        app.UseRouting();
        if (!settings.Callers.IsEmpty)
        {
            app.UseAuthentication();
            app.UseAuthorization();
        }
    }

    private static void Map(WebApplication app, ServerSettings settings, Action<XmlRpcMethodsBuilder> map)
    {
        HealthEndpoints.Map(app, app.Services.GetRequiredService<Readiness>());
        var endpoint = app.MapXmlRpc(settings.Path, map);
        if (!settings.Callers.IsEmpty)
        {
            endpoint.RequireAuthorization();
        }
    }

    private static void Listen(KestrelServerOptions kestrel, ServerSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(port =>
        {
            if (settings.Certificate is { } certificate)
            {
                port.UseHttps(TlsOptions.Of(certificate));
            }
        });
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
