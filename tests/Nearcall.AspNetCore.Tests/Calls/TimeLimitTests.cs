using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Calls;

public sealed class TimeLimitTests
{
    [Fact]
    [Trait("Rule", "R57")]
    public async Task R57_TimeLimit_OfTheRequest_IsAFault()
    {
        await using var host = await StartAsync(methods => methods.Add(
            "wait", async (CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken)));

        var result = await host.CallAsync("wait");

        Assert.Equal(XmlRpcFaultCodes.TimedOut, result.Fault?.Code);
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Rule", "R65")]
    public async Task R65_TimeLimit_WithinMulticall_KeepsWhatIsDoneAndFaultsTheRest()
    {
        var calls = 0;
        await using var host = await StartAsync(methods =>
        {
            methods.Add("quick", () => ++calls);
            methods.Add("wait", async (CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken));
        });

        var batch = Multi.Call(("quick", []), ("wait", []), ("quick", []), ("quick", []));
        var results = (await host.CallAsync("system.multicall", batch)).Value;

        Assert.Equal(4, results.AsArray().Count);
        Assert.Equal(1, results[0][0].AsInt32());
        Assert.All(results.AsArray().Skip(1), entry => Assert.Equal(XmlRpcFaultCodes.TimedOut, entry["faultCode"].AsInt32()));
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Caller_WhoGivesUp_EndsTheMethodAndIsNoError()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("wait", async (CancellationToken cancellationToken) =>
        {
            started.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }
        }));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var call = host.Client.PostAsync(new Uri("/RPC2", UriKind.Relative), Message.Of("wait"), cancellation.Token);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    [Trait("Threat", "S18")]
    public async Task Caller_WhoGivesUpWithinMulticall_EndsTheRestUnrun()
    {
        var calls = 0;
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var host = await TestServerHost.StartApplicationAsync(
            application =>
            {
                application.Use(async (HttpContext http, RequestDelegate next) =>
                {
                    await next(http);
                    ended.SetResult();
                });
                application.MapXmlRpc("/RPC2", methods =>
                {
                    methods.Add("count", () => ++calls);
                    methods.Add("wait", async (CancellationToken cancellationToken) =>
                    {
                        started.SetResult();
                        await Task.Delay(Timeout.Infinite, cancellationToken);
                    });
                });
            },
            builder => builder.Services.AddXmlRpc());
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var body = Message.Of("system.multicall", Multi.Call(("wait", []), ("count", [])));
        var call = host.Client.PostAsync(new Uri("/RPC2", UriKind.Relative), body, cancellation.Token);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, calls);
        Assert.DoesNotContain(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Caller_WhoGivesUpBeforeTheTimeLimit_IsNoError()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var host = await StartAsync(
            methods => methods.Add("wait", async (CancellationToken cancellationToken) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }),
            TimeSpan.FromHours(1),
            ended);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var call = host.Client.PostAsync(new Uri("/RPC2", UriKind.Relative), Message.Of("wait"), cancellation.Token);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["CallerGone"], host.Log.OfServer.Select(record => record.Event.Name));
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcMethodsBuilder> methods) =>
        StartAsync(methods, TimeSpan.FromMilliseconds(200));

    private static Task<TestServerHost> StartAsync(
        Action<XmlRpcMethodsBuilder> methods, TimeSpan limit, TaskCompletionSource? ended = null) =>
        TestServerHost.StartApplicationAsync(
            application =>
            {
                application.Use(async (HttpContext http, RequestDelegate next) =>
                {
                    await next(http);
                    ended?.SetResult();
                });
                application.UseRouting();
                application.UseRequestTimeouts();
                application.MapXmlRpc("/RPC2", methods).WithRequestTimeout(limit);
            },
            builder =>
            {
                builder.Services.AddRequestTimeouts();
                builder.Services.AddXmlRpc();
            });
}
