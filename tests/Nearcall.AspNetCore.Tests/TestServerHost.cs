using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests;

/// <summary>An application with one or more XML-RPC endpoints, in memory, with its log at hand.</summary>
internal sealed class TestServerHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TestServerHost(WebApplication application, RecordingLogger log)
    {
        _application = application;
        Log = log;
        Client = application.GetTestClient();
    }

    public HttpClient Client { get; }

    public RecordingLogger Log { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts an application that offers methods at <c>/RPC2</c>.</summary>
    public static Task<TestServerHost> StartAsync(
        Action<XmlRpcMethodsBuilder> methods,
        Action<XmlRpcServerOptions>? options = null,
        Action<IServiceCollection>? services = null) =>
        StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods),
            builder =>
            {
                services?.Invoke(builder.Services);
                builder.Services.AddXmlRpc(options);
            });

    /// <summary>Starts any application.</summary>
    public static async Task<TestServerHost> StartApplicationAsync(
        Action<WebApplication> map,
        Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var log = new RecordingLogger();
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        configure(builder);
        var application = builder.Build();
        map(application);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new TestServerHost(application, log);
    }

    /// <summary>Calls a method and gives its result or fault.</summary>
    public async Task<XmlRpcResult<XmlRpcValue>> CallAsync(string method, params XmlRpcValue[] arguments)
    {
        using var response = await PostAsync(Message.Of(method, arguments));
        return await Message.ReadAsync(response);
    }

    /// <summary>Sends a body as it is.</summary>
    public async Task<XmlRpcResult<XmlRpcValue>> SendAsync(string body)
    {
        using var response = await PostAsync(Message.Raw(body));
        return await Message.ReadAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(HttpContent content, string path = "/RPC2") =>
        Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
