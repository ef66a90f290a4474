using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

public sealed partial class RpcServerTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Fact]
    public async Task Start_Always_PrintsBannerAndNothingElse()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");

        var banner = await server.ReadLineAsync(cancellationToken);

        Assert.Matches(@"^RPC Server running on port [1-9][0-9]*\.\.\.$", banner);
        Assert.False(server.Lines.TryPeek(out _));
        server.AssertNoErrors();
    }

    [Fact]
    public async Task Start_GivenPort_ListensThereOnEveryAddress()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var port = new Uri(FaultyServer.ClosedPort()).Port;
        await using var server = await Sample.RpcServer.StartAsync("--port", port.ToString(CultureInfo.InvariantCulture));

        Assert.Equal($"RPC Server running on port {port}...", await server.ReadLineAsync(cancellationToken));
        using var client = new XmlRpcClient($"http://127.0.0.2:{port}/RPC2");
        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneLine()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var other = FaultyServer.Silent();
        var port = new Uri(other.Url).Port.ToString(CultureInfo.InvariantCulture);

        var run = await Sample.RpcServer.RunAsync(cancellationToken, "--port", port);

        NetworkTrouble.AssertOneLine(run);
        Assert.Contains(port, run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "65536")]
    [InlineData("8000")]
    public async Task Start_WrongArguments_ShowsUsage(params string[] arguments)
    {
        var run = await Sample.RpcServer.RunAsync(TestContext.Current.CancellationToken, arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("Usage: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_PythonClient_PrintsTheFiveLinesAndLogsEachRequest()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        var url = await server.WaitForUrlAsync(cancellationToken);
        var before = TimeProvider.System.GetLocalNow();

        FiveLines.AssertPrinted(await PythonPeer.RunAsync("origin_client.py", cancellationToken, url));

        for (var i = 0; i < 5; i++)
        {
            var entry = LogLine().Match(await server.ReadLineAsync(cancellationToken));
            Assert.True(entry.Success);
            Assert.Equal("127.0.0.1", entry.Groups["client"].Value);
            Assert.Equal("POST /RPC2 HTTP/1.1", entry.Groups["request"].Value);
            Assert.Equal("200", entry.Groups["status"].Value);
            var time = DateTime.ParseExact(entry.Groups["time"].Value, "dd/MMM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
            Assert.InRange(time, before.DateTime.AddSeconds(-1), TimeProvider.System.GetLocalNow().DateTime);
        }

        server.AssertNoErrors();
    }

    [Theory]
    [InlineData("POST /RPC2 HTTP/1.0\r\nContent-Type: text/xml\r\nContent-Length: 3\r\n\r\n<a>", "\"POST /RPC2 HTTP/1.0\" 200 -")]
    [InlineData("GET /RPC2?a=b%20c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "\"GET /RPC2?a=b%20c HTTP/1.1\" 405 -")]
    [InlineData("POST /other HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", "\"POST /other HTTP/1.1\" 404 -")]
    [InlineData("GET /\u001b[2J\\x HTTP/1.0\r\n\r\n", "\"GET /\\x1b[2J\\x5cx HTTP/1.0\" 404 -")]
    public async Task Serve_AnyRequest_LogsItAsItWasSent(string request, string expected)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        var url = new Uri(await server.WaitForUrlAsync(cancellationToken));

        using var connection = new TcpClient();
        await connection.ConnectAsync(url.Host, url.Port, cancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(connection.GetStream());
        await reader.ReadToEndAsync(cancellationToken);

        Assert.EndsWith(expected, await server.ReadLineAsync(cancellationToken), StringComparison.Ordinal);
        server.AssertNoErrors();
    }

    [Theory]
    [InlineData("add")]
    [InlineData("multiply")]
    public async Task Serve_ResultBeyond32Bits_AnswersWithFault(string method)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken));

        var answer = await client.TryCallAsync(method, cancellationToken, int.MaxValue, int.MaxValue);

        Assert.Equal(2, answer.Fault?.Code);
        server.AssertNoErrors();
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task Stop_SignalWhileServing_EndsCleanly(int signal)
    {
        Assert.SkipWhen(RuntimeInformation.IsOSPlatform(OSPlatform.Windows), "Windows has no signals.");
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken));
        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));

        Assert.Equal(0, await server.InterruptAsync(signal, cancellationToken));
        server.AssertNoErrors();
    }

    [GeneratedRegex(
        """^(?<client>[0-9.]+) - - \[(?<time>[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4} [0-9:]{8})\] "(?<request>[^"]*)" (?<status>[0-9]{3}) -$""")]
    private static partial Regex LogLine();
}
