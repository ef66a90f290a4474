using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Proxies;

/// <summary>The log of requests, and whose address stands in it.</summary>
public sealed partial class RequestLogTests
{
    [Theory]
    [InlineData("", "203.0.113.7", "127.0.0.1")]
    [InlineData("10.0.0.0/8", "203.0.113.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.0/8,::1", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1,203.0.113.7", "198.51.100.1, 203.0.113.7", "198.51.100.1")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    public async Task Address_OfACaller_IsBelievedFromKnownProxiesAlone(string known, string forwarded, string expected)
    {
        await using var server = await StartAsync(known);

        await SendAsync(server, $"GET /RPC2 HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: {forwarded}\r\nConnection: close\r\n\r\n");

        var line = await ReadLineAsync(server);
        Assert.Equal(expected, Line().Match(line).Groups["client"].Value);
    }

    [Theory]
    [InlineData("POST /RPC2 HTTP/1.0\r\nContent-Type: text/xml\r\nContent-Length: 3\r\n\r\n<a>", "\"POST /RPC2 HTTP/1.0\" 200 -")]
    [InlineData("GET /RPC2?a=b%20c HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "\"GET /RPC2?a=b%20c HTTP/1.1\" 405 -")]
    [InlineData("GET /\u001b[2J\\x HTTP/1.0\r\n\r\n", "\"GET /\\x1b[2J\\x5cx HTTP/1.0\" 404 -")]
    public async Task Line_OfAnyRequest_IsAsItWasSentAndHarmless(string request, string expected)
    {
        await using var server = await StartAsync("");

        await SendAsync(server, request);

        var line = await ReadLineAsync(server);
        Assert.Matches(Line(), line);
        Assert.EndsWith(expected, line, StringComparison.Ordinal);
    }

    private static Task<PackagedServer> StartAsync(string known) => known.Length == 0
        ? PackagedServer.StartAsync(("REQUESTLOG", "true"))
        : PackagedServer.StartAsync(("REQUESTLOG", "true"), ("KNOWNPROXIES", known));

    private static Task<string> ReadLineAsync(PackagedServer server) => server.Program.ReadLineAsync(TestContext.Current.CancellationToken);

    private static async Task SendAsync(PackagedServer server, string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", server.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream());
        await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""^(?<client>[0-9.]+) - - \[[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4} [0-9:]{8}\] "[ -~]+" [0-9]{3} -$""")]
    private static partial Regex Line();
}
