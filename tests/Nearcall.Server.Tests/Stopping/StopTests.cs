using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Nearcall.Server.Tests.Processes;
using Nearcall.Server.Tests.Telemetry;

namespace Nearcall.Server.Tests.Stopping;

public sealed class StopTests
{
    [Fact]
    public async Task Terminate_AtOnce_IsNotReadyAndServesOn()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await PackagedServer.StartAsync(("STOP__NOTREADY", "2"));
        using var http = new HttpClient { BaseAddress = server.Root };
        using var client = new XmlRpcClient(http, server.Rpc);
        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));

        var end = server.EndAsync(PackagedServer.Terminate);
        await server.WaitForLogAsync("Draining");
        using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
        using var live = await http.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (ready.StatusCode, ready.Headers.ConnectionClose));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));
        Assert.Equal(0, await end);
        Assert.Contains("\"event\":\"Stopped\"", server.Program.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminate_WhileACallRuns_AnswersIt()
    {
        await using var server = await PackagedServer.StartAsync(("STOP__NOTREADY", "0"));
        using var request = await HeldRequest.SendAsync(server);

        var end = server.EndAsync(PackagedServer.Terminate);
        await server.WaitForLogAsync("\"Stopping\"");
        var answer = await request.CompleteAsync();

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("<int>15</int>", answer, StringComparison.Ordinal);
        Assert.Equal(0, await end);
    }

    [Fact]
    public async Task Terminate_WhileACallNeverEnds_EndsWithinItsTimeAndSaysSo()
    {
        await using var server = await PackagedServer.StartAsync(("STOP__NOTREADY", "0"), ("STOP__WITHIN", "3"));
        using var request = await HeldRequest.SendAsync(server);

        var start = Stopwatch.GetTimestamp();
        var code = await server.EndAsync(PackagedServer.Terminate);

        Assert.Equal(1, code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 2, 20);
    }

    [Fact]
    public async Task Terminate_WhileTheCollectorIsDeaf_EndsWithinItsTimeAndWell()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        await using var server = await PackagedServer.StartAsync(
            ("OTLP__ENDPOINT", $"http://{deaf.LocalEndpoint}"), ("STOP__NOTREADY", "0"), ("STOP__WITHIN", "3"));
        using (var client = new XmlRpcClient(server.Rpc))
        {
            await client.CallAsync<int>("add", TestContext.Current.CancellationToken, 10, 5);
        }

        var start = Stopwatch.GetTimestamp();
        var code = await server.EndAsync(PackagedServer.Terminate);

        Assert.Equal(0, code);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData(PackagedServer.Terminate, PackagedServer.Terminate)]
    [InlineData(PackagedServer.Terminate, PackagedServer.Interrupt)]
    public async Task Signal_ASecondTime_WaitsNoLonger(int first, int second)
    {
        await using var server = await PackagedServer.StartAsync(("STOP__NOTREADY", "600"), ("STOP__WITHIN", "700"));

        server.Program.Signal(first);
        await server.WaitForLogAsync("Draining");

        Assert.Equal(0, await server.EndAsync(second));
    }

    [Fact]
    public async Task Interrupt_Once_WaitsForNobody()
    {
        await using var server = await PackagedServer.StartAsync(("STOP__NOTREADY", "600"), ("STOP__WITHIN", "700"));

        Assert.Equal(0, await server.EndAsync(PackagedServer.Interrupt));
    }

    // The server counts the calls that it ran, and sends the count when it ends: as many were answered.
    [Fact]
    public async Task Terminate_UnderLoad_LosesNothingThatWasTaken()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var collector = await Collector.StartAsync();
        await using var server = await PackagedServer.StartAsync(
            ("STOP__NOTREADY", "1"), ("OTLP__ENDPOINT", collector.Address), ("_OTEL_TRACES_SAMPLER", "always_off"));
        var answered = 0;
        var unsure = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable.Range(0, 16).Select(_ => Task.Run(CallUntilRefusedAsync, cancellationToken)).ToArray();

        await begun.Task.WaitAsync(cancellationToken);
        var code = await server.EndAsync(PackagedServer.Terminate);
        await Task.WhenAll(callers);

        Assert.Equal(0, code);
        Assert.InRange(answered, 1000, int.MaxValue);
        Assert.Equal(answered, collector.CountOf("rpc.server.call.duration"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{answered} calls answered; {unsure} failed unsure whether they ran");

        async Task CallUntilRefusedAsync()
        {
            using var client = new XmlRpcClient(server.Rpc);
            while (true)
            {
                try
                {
                    Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));
                    if (Interlocked.Increment(ref answered) == 1000)
                    {
                        begun.SetResult();
                    }
                }
                catch (XmlRpcTransportException e)
                {
                    Interlocked.Add(ref unsure, e.MayHaveBeenExecuted ? 1 : 0);
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task Supervisor_ThatAsks_IsToldOfReadinessAndEnd()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.PathOf("notify")));

        await using var server = await PackagedServer.StartAsync(("_NOTIFY_SOCKET", folder.PathOf("notify")), ("STOP__NOTREADY", "0"));
        Assert.Equal("READY=1", await ReceiveAsync());
        var end = server.EndAsync(PackagedServer.Terminate);
        Assert.Equal("STOPPING=1", await ReceiveAsync());
        Assert.Equal(0, await end);

        async Task<string> ReceiveAsync()
        {
            var buffer = new byte[256];
            return Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, cancellationToken));
        }
    }

    [Fact]
    public async Task Log_UnderJournald_CarriesPriorities()
    {
        await using var server = await PackagedServer.StartAsync(("_JOURNAL_STREAM", "8:1"));

        await server.EndAsync();

        Assert.NotEmpty(server.Log);
        Assert.All(server.Log, line => Assert.StartsWith("<6>{\"time\":\"", line, StringComparison.Ordinal));
    }
}
