using System.Net;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Servers without <c>system.multicall</c>, and servers that take no batch of that size.</summary>
public sealed class BatchRefusalTests
{
    [Theory]
    [InlineData(-32601, "There is no method 'system.multicall'.")]
    [InlineData(-32601, "server error. requested method not found")]
    [InlineData(-506, "Method 'system.multicall' not defined")]
    [InlineData(1, "<class 'Exception'>:method \"system.multicall\" is not supported")]
    [InlineData(1, "Unknown method")]
    [InlineData(1, "UNKNOWN_METHOD")]
    [InlineData(8001, "procedure system.multicall not found")]
    [InlineData(0, "No such handler: system.multicall")]
    [InlineData(-99, "Method system.multicall missing or wrong number of parameters!")]
    public async Task Server_WithoutMulticall_GetsEachCallByItselfFromThenOn(int code, string text)
    {
        using var server = new BatchServer(request =>
        {
            if (request.IsBatch)
            {
                request.AnswerFault(code, text.Replace("<", "&lt;", StringComparison.Ordinal));
            }
            else
            {
                request.Answer();
            }
        });
        using var client = server.Client();

        for (var round = 0; round < 3; round++)
        {
            var calls = Enumerable.Range(0, 20).Select(i => client.CallAsync<int>("echo", i)).ToArray();
            Assert.Equal(Enumerable.Range(0, 20), await Task.WhenAll(calls));
        }

        Assert.Single(server.Requests, request => request.IsBatch);
        Assert.Equal(60, server.Requests.Count(request => !request.IsBatch));
    }

    [Fact]
    public async Task Fault_ThatNamesACallOfTheBatch_IsNoReasonToSendAnyAgain()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var calls = new[] { client.CallAsync<int>("pay", 1), client.CallAsync<int>("shop.missing", 2) };
        held.Answer();

        (await server.NextAsync()).AnswerFault(-32601, "There is no method 'shop.missing'.");

        foreach (var call in calls)
        {
            Assert.Equal(-32601, (await Assert.ThrowsAsync<XmlRpcFaultException>(() => call)).Code);
        }

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Call_CancelledBeforeTheServerRefusedTheBatch_IsNotSentByItself()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var cancellation = new CancellationTokenSource();
        var held = await server.HoldAsync(client);
        var calls = new[] { client.CallAsync<int>("echo", 1), client.CallAsync<int>("echo", 2) };
        var cancelled = client.CallAsync<int>("echo", cancellation.Token, 3);
        held.Answer();
        var batch = await server.NextAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        batch.AnswerFault(-32601, "There is no method 'system.multicall'.");
        (await server.NextAsync()).Answer();
        (await server.NextAsync()).Answer();

        Assert.Equal((int[])[1, 2], await Task.WhenAll(calls));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Server_ThatTakesFewerCallsAtOnce_GetsSmallerBatchesFromThenOn(bool isFault)
    {
        var executed = 0;
        using var server = new BatchServer(request =>
        {
            if (request.Calls.Count <= 10)
            {
                Interlocked.Add(ref executed, request.Calls.Count);
                request.Answer();
            }
            else if (isFault)
            {
                request.AnswerFault(XmlRpcFaultCodes.LimitExceeded, "The multicall has more than 10 entries. Rule R65.");
            }
            else
            {
                request.AnswerStatus(HttpStatusCode.RequestEntityTooLarge);
            }
        });
        using var client = server.Client();

        for (var round = 0; round < 3; round++)
        {
            var calls = Enumerable.Range(0, 101).Select(i => client.CallAsync<int>("echo", i)).ToArray();
            Assert.Equal(Enumerable.Range(0, 101), await Task.WhenAll(calls));
        }

        Assert.Equal(303, executed);
        Assert.InRange(server.Requests.Count(request => request.Calls.Count > 10), 0, 16);
        Assert.Contains(server.Requests, request => request.IsBatch && request.Calls.Count <= 10);
    }

    [Fact]
    public async Task Call_TooLargeForTheServer_FailsAlone()
    {
        using var server = new BatchServer(request =>
        {
            if (request.Text.Contains("xxxx", StringComparison.Ordinal))
            {
                request.AnswerStatus(HttpStatusCode.RequestEntityTooLarge);
            }
            else
            {
                request.Answer();
            }
        });
        using var client = server.Client();
        var calls = Enumerable.Range(0, 10).Select(i => client.CallAsync<string>("echo", i == 7 ? "xxxx" : "y")).ToArray();

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => calls[7]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, exception.StatusCode);
        Assert.All(await Task.WhenAll(calls.Where((_, i) => i != 7)), text => Assert.Equal("y", text));
    }
}
