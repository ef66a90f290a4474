using System.Diagnostics.Metrics;
using System.Net.Sockets;
using Nearcall.Server.Credentials;
using Nearcall.Server.Settings;
using Nearcall.Server.Telemetry;

namespace Nearcall.Server.Hosting;

/// <summary>One server from its start to its end.</summary>
internal static class ServerLife
{
    /// <summary>Serves until a signal ends it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="StartException">It cannot start.</exception>
    public static async Task<int> RunAsync(ServerSettings settings, Action<XmlRpcMethodsBuilder> map)
    {
        using var lastResort = new LastResort(TimeProvider.System);
        using var telemetry = settings.Collector is { } collector ? new TelemetryExport(collector) : null;
        await using var app = ServerHost.Build(settings, lastResort, telemetry, map);
        telemetry?.Start();
        await StartAsync(app, settings);
        Announce(app, settings);

        if (await EndAsync(app, settings.Stop))
        {
            lastResort.AllAnswered();
            telemetry?.Stop(settings.Stop.Flush);
            return ExitCode.Done;
        }

        telemetry?.Stop(settings.Stop.Flush);
        return ExitCode.CutShort;
    }

    private static async Task StartAsync(WebApplication app, ServerSettings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var address = settings.Address?.ToString() ?? "*";
            throw new StartException($"{settings.PortSource}: cannot listen on port {settings.Port} of address {address}. {e.Message}", e);
        }
    }

    private static void Announce(WebApplication app, ServerSettings settings)
    {
        var logger = app.Services.GetRequiredService<ILogger<Readiness>>();
        if (settings is { Certificate: null, Callers.IsEmpty: false, KnownProxies.Count: 0 })
        {
            CredentialsLog.InClear(logger);
        }

        if (settings.Certificate is { } certificate)
        {
            ServerMetrics.Watch(app.Services.GetRequiredService<IMeterFactory>(), certificate);
        }

        Console.WriteLine($"RPC Server running on port {new Uri(app.Urls.First()).Port}...");
        Supervisor.SayReady();
    }

    // Tells whether everything was answered. Kestrel does not say whether it had to cut connections off; that the whole time was taken does.
    private static async Task<bool> EndAsync(WebApplication app, StopSettings stop)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var logger = app.Services.GetRequiredService<ILogger<Readiness>>();
        var began = time.GetTimestamp();
        using var atStopping = app.Lifetime.ApplicationStopping.Register(() => began = time.GetTimestamp());
        await app.WaitForShutdownAsync();
        if (time.GetElapsedTime(began) >= stop.Answering)
        {
            ServerLog.CutShort(logger, stop.Answering.TotalSeconds);
            return false;
        }

        ServerLog.Stopped(logger);
        return true;
    }
}
