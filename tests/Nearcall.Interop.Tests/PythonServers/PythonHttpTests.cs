using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.PythonServers;

/// <summary>What goes on in HTTP between Nearcall's client and Python's server.</summary>
public sealed class PythonHttpTests
{
    [Theory]
    [InlineData("HTTP/1.0", 3)]
    [InlineData("HTTP/1.1", 2)]
    public async Task Call_ThreeInARow_UsesAsManyConnectionsAsTheServerAllows(string version, int connections)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", version);
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken));

        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));
        Assert.Equal("a", await client.CallAsync<string>("echo", cancellationToken, "a"));
        Assert.Equal(connections, await client.CallAsync<int>("connection_count", cancellationToken));
    }

    [Theory]
    [InlineData("HTTP/1.0")]
    [InlineData("HTTP/1.1")]
    public async Task Call_BigAnswer_IsOfferedAndReadCompressed(string version)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", version);
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken));

        Assert.Contains("gzip", await client.CallAsync<string>("accepted_encodings", cancellationToken), StringComparison.Ordinal);
        Assert.Equal(new string('x', 100_000), await client.CallAsync<string>("big", cancellationToken, 100_000));
    }

    [Fact]
    public async Task Call_CompressedRequest_IsReadByPython()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", "HTTP/1.1");
        var options = new XmlRpcClientOptions { RequestCompression = XmlRpcRequestCompression.Gzip };
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken), options);

        Assert.Equal(new string('y', 100_000), await client.CallAsync<string>("echo", cancellationToken, new string('y', 100_000)));
    }

    [Fact]
    public async Task Call_OtherPath_IsTransportException()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", "HTTP/1.1");
        var url = await server.WaitForUrlAsync(cancellationToken);
        using var client = new XmlRpcClient(url.Replace("/RPC2", "/elsewhere", StringComparison.Ordinal));

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync("add", cancellationToken, 10, 5));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, exception.StatusCode);
    }

    [Fact]
    public async Task Call_NilWherePythonMayNotSendIt_IsFault()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", "HTTP/1.1");
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken));

        var answer = await client.TryCallAsync("nothing", cancellationToken);

        Assert.Contains("cannot marshal None", answer.Fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_SlowerThanTheTimeout_IsTimeoutException()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("peer_server.py", "HTTP/1.1");
        var options = new XmlRpcClientOptions { Timeout = TimeSpan.FromMilliseconds(300) };
        using var client = new XmlRpcClient(await server.WaitForUrlAsync(cancellationToken), options);

        await Assert.ThrowsAsync<TimeoutException>(() => client.CallAsync("sleep", cancellationToken, 30));
        Assert.Equal(15, await client.CallAsync<int>("add", new XmlRpcCallOptions { Timeout = TimeSpan.FromSeconds(60) }, 10, 5));
    }
}
