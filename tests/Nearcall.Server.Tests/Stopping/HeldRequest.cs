using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Stopping;

/// <summary>A call that the server has taken and cannot answer, as the last of its octets has not come.</summary>
internal sealed class HeldRequest : IDisposable
{
    private const string Body = "<methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param>"
        + "<param><value><int>5</int></value></param></params></methodCall>";

    private readonly TcpClient _connection = new();

    /// <summary>Sends all but the last octet.</summary>
    public static async Task<HeldRequest> SendAsync(PackagedServer server)
    {
        var request = new HeldRequest();
        await request._connection.ConnectAsync("127.0.0.1", server.Port, TestContext.Current.CancellationToken);

        // The server asks for the body once a method reads it: then it has taken the call.
        var length = Body.Length.ToString(CultureInfo.InvariantCulture);
        await request.WriteAsync($"POST /RPC2 HTTP/1.1\r\nHost: h\r\nContent-Type: text/xml\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n");
        var buffer = new byte[64];
        var count = await request._connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 100 ", Encoding.ASCII.GetString(buffer, 0, count), StringComparison.Ordinal);
        await request.WriteAsync(Body[..^1]);
        return request;
    }

    /// <summary>Sends the rest and gives the answer, head and body.</summary>
    public async Task<string> CompleteAsync()
    {
        await WriteAsync(Body[^1..]);
        using var reader = new StreamReader(_connection.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _connection.Dispose();

    private async Task WriteAsync(string text) =>
        await _connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
}
