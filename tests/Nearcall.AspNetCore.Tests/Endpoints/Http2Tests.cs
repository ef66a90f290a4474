using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Nearcall.AspNetCore.Tests.Endpoints;

/// <summary>HTTP/2 without TLS, of which both sides know beforehand.</summary>
public sealed class Http2Tests
{
    [Fact]
    public async Task Calls_AtOnce_TravelOnOneConnection()
    {
        await using var host = await StartAsync(HttpProtocols.Http2);
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = host.Address };

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => CallAsync(client, number)));

        Assert.Equal(Enumerable.Range(0, 500), answers);
        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Call_WhereThePortSpeaksHttp1Too_IsRefusedWithoutTls()
    {
        await using var host = await StartAsync(HttpProtocols.Http1AndHttp2);
        using var client = new HttpClient { BaseAddress = host.Address };

        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(client, 1));
    }

    private static Task<KestrelHost> StartAsync(HttpProtocols protocols) => KestrelHost.StartAsync(
        methods => methods.Add("same", (int number) => number),
        server: kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));

    private static async Task<int> CallAsync(HttpClient client, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/RPC2")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Message.Of("same", number),
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpVersion.Version20, response.Version);
        return (await Message.ReadAsync(response)).Value.AsInt32();
    }
}
