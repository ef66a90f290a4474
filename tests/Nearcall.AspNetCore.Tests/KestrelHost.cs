using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests;

/// <summary>An application with an XML-RPC endpoint on a real port, for what only a real server shows.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private KestrelHost(WebApplication application, RecordingLogger log)
    {
        _application = application;
        Log = log;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
    }

    public RecordingLogger Log { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _application.Services;

    public static async Task<KestrelHost> StartAsync(
        Action<XmlRpcMethodsBuilder> methods,
        Action<XmlRpcServerOptions>? options = null,
        Action<KestrelServerOptions>? server = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? pipeline = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var log = new RecordingLogger();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            server?.Invoke(kestrel);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
        builder.Services.AddXmlRpc(options);
        configure?.Invoke(builder);
        var application = builder.Build();
        pipeline?.Invoke(application);
        application.MapXmlRpc("/RPC2", methods);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new KestrelHost(application, log);
    }

    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(Address);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
