using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>HTTP/2 with prior knowledge: no TLS, no upgrade, the first octets are those of HTTP/2.</summary>
public sealed class Http2Tests
{
    private static XmlRpcClientOptions PriorKnowledge => new()
    {
        HttpVersion = HttpVersion.Version20,
        HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    [Fact]
    public async Task Calls_AtTheSameTime_ShareOneConnection()
    {
        var meeting = new Meeting(100);
        await using var server = await RealServer.StartAsync(meeting.Add, HttpProtocols.Http2);
        using var client = new XmlRpcClient(server.Url, PriorKnowledge);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => client.CallAsync<int>("meet", i)));

        Assert.Equal(Enumerable.Range(0, 100), answers);
        Assert.Equal(1, server.Connections);
        Assert.All(server.Protocols, protocol => Assert.Equal("HTTP/2", protocol));
    }

    [Fact]
    public async Task Calls_MoreThanTheServerTakesOnAConnection_OpenFurtherOnes()
    {
        var meeting = new Meeting(50);
        await using var server = await RealServer.StartAsync(meeting.Add, HttpProtocols.Http2, maxStreams: 10);
        using var client = new XmlRpcClient(server.Url, PriorKnowledge);
        // From then on the client knows how many the server takes.
        await client.CallAsync<int>("hello");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => client.CallAsync<int>("meet", i)));

        Assert.Equal(Enumerable.Range(0, 50), answers);
        Assert.InRange(server.Connections, 5, 50);
    }

    [Theory]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.VersionNegotiationError)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task Call_ToAServerOfHttp11_SaysSo(HttpRequestError error)
    {
        using var http = new HttpClient(new FakeHandler((_, _) => throw new HttpRequestException(error, "HTTP_1_1_REQUIRED")));
        using var client = new XmlRpcClient(http, new Uri("http://host/"), PriorKnowledge);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("meet", 1));

        Assert.StartsWith(
            "http://host/ does not speak HTTP/2.0, which XmlRpcClientOptions.HttpVersionPolicy insists on, or breaks its rules: HTTP_1_1_REQUIRED.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ToARealServerOfHttp11_IsNotExecuted()
    {
        await using var server = await RealServer.StartAsync(new Meeting(1).Add);
        using var client = new XmlRpcClient(server.Url, PriorKnowledge);

        await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("meet", 1));
        Assert.Empty(server.Protocols);
    }

    [Fact]
    public async Task Call_WithoutInsistingOnTheVersion_IsOneOfHttp11()
    {
        await using var server = await RealServer.StartAsync(new Meeting(1).Add, HttpProtocols.Http1AndHttp2);
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { HttpVersion = HttpVersion.Version20 });

        Assert.Equal(1, await client.CallAsync<int>("meet", 1));
        Assert.Equal("HTTP/1.1", Assert.Single(server.Protocols));
    }

    /// <summary>A method that answers its callers when all of them are there.</summary>
    private sealed class Meeting(int callers)
    {
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public void Add(XmlRpcMethodsBuilder methods)
        {
            methods.Add("hello", static () => 1);
            methods.Add("meet", MeetAsync);
        }

        private async Task<int> MeetAsync(int number)
        {
            if (Interlocked.Increment(ref _here) == callers)
            {
                _complete.SetResult();
            }

            await _complete.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            return number;
        }
    }
}
