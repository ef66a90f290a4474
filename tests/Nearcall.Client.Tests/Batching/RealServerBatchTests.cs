using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Batches that a real server executes, each call once.</summary>
public sealed class RealServerBatchTests
{
    private const int Callers = 300;
    private const int CallsOfEach = 5;

    private int _executed;

    [Theory]
    [InlineData(HttpProtocols.Http1, true, 1000)]
    [InlineData(HttpProtocols.Http2, true, 1000)]
    [InlineData(HttpProtocols.Http1, true, 20)]
    [InlineData(HttpProtocols.Http1, false, 1000)]
    public async Task Callers_OfARealServer_GetTheirOwn(HttpProtocols protocols, bool hasMulticall, int maxEntries)
    {
        await using var server = await RealServer.StartAsync(Add, protocols, options: options =>
        {
            options.Multicall = hasMulticall;
            options.Limits = options.Limits with { MaxMulticallEntries = maxEntries };
        });
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions
        {
            Batching = new XmlRpcBatchingOptions(),
            HttpVersion = protocols == HttpProtocols.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        });

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < CallsOfEach; i++)
            {
                Assert.Equal(caller + i, await client.CallAsync<int>("add", caller, i));
                Assert.Equal(caller, (await client.TryCallAsync<int>("fail", caller)).Fault!.Code);
            }
        })));

        Assert.Equal(Callers * CallsOfEach * 2, _executed);
        if (hasMulticall)
        {
            Assert.InRange(server.Protocols.Count, 1, Callers * CallsOfEach);
        }
    }

    private void Add(XmlRpcMethodsBuilder methods)
    {
        methods.Add("add", Sum);
        methods.Add("fail", Fail);
    }

    private int Sum(int a, int b)
    {
        Interlocked.Increment(ref _executed);
        return a + b;
    }

    private int Fail(int code)
    {
        Interlocked.Increment(ref _executed);
        throw new XmlRpcFaultException(code, "It failed");
    }
}
