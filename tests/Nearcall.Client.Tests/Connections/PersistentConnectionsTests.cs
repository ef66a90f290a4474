using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Which connections a client uses again. The stub keeps them all open, so that only the client decides.</summary>
public sealed class PersistentConnectionsTests
{
    [Theory]
    [InlineData("HTTP/1.0", "", 3)]
    [InlineData("HTTP/1.0", "Connection: keep-alive\r\n", 2)]
    [InlineData("HTTP/1.1", "", 2)]
    [InlineData("HTTP/1.1", "Connection: close\r\n", 3)]
    public async Task CallAsync_ThreeInARow_UsesAConnectionAgainWhereTheServerKeepsIt(string version, string headers, int connections)
    {
        await using var server = new StubServer(Five(version, headers));
        using var client = new XmlRpcClient(server.Url);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(5, await client.CallAsync<int>("five", TestContext.Current.CancellationToken));
        }

        Assert.Equal(connections, server.Connections);
    }

    [Theory]
    [InlineData("HTTP/1.0", 3)]
    [InlineData("HTTP/1.1", 2)]
    public async Task Call_ThreeInARow_UsesAConnectionAgainWhereTheServerKeepsIt(string version, int connections)
    {
        await using var server = new StubServer(Five(version, ""));
        using var client = new XmlRpcClient(server.Url);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(5, client.Call<int>("five"));
        }

        Assert.Equal(connections, server.Connections);
    }

    [Fact]
    public async Task CallAsync_ServerThatLearnsToKeepConnections_UsesThemAgain()
    {
        var answered = 0;
        await using var server = new StubServer(_ => Five(answered++ == 0 ? "HTTP/1.0" : "HTTP/1.1", ""));
        using var client = new XmlRpcClient(server.Url);

        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(5, await client.CallAsync<int>("five", TestContext.Current.CancellationToken));
        }

        // Two for single calls, one that is kept.
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task CallAsync_ManyAtOnceToAServerOfOneAtATime_AllAreAnswered()
    {
        // As Python's server: it waits for the request of one connection before it looks at the next, and keeps none.
        using var server = new SerialServer(Five("HTTP/1.0", ""));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(30) });

        for (var round = 0; round < 3; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.CallAsync<int>("five", TestContext.Current.CancellationToken)));
            Assert.All(answers, answer => Assert.Equal(5, answer));
        }
    }

    private static StubReply Five(string version, string headers)
    {
        var body = Answers.Five;
        var head = FormattableString.Invariant($"{version} 200 OK\r\n{headers}Content-Type: text/xml\r\nContent-Length: {body.Length}\r\n\r\n");
        return new StubReply(System.Text.Encoding.ASCII.GetBytes(head + body));
    }
}
