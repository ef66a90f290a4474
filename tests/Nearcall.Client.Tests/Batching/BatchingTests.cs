using Nearcall.Client.Tests.Contracts;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

/// <summary>Which calls travel together, and what that looks like on the wire.</summary>
public sealed class BatchingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_WithNoOther_IsAPlainCallAtOnce()
    {
        using var server = new BatchServer();
        using var client = server.Client();

        for (var i = 0; i < 3; i++)
        {
            var call = client.CallAsync<int>("echo", i);
            Assert.Single(server.Requests.Skip(i));
            (await server.NextAsync()).Answer();
            Assert.Equal(i, await call);
        }

        Assert.Equal(
            Answers.Prolog + "<methodCall><methodName>echo</methodName><params><param><value><int>2</int></value></param></params></methodCall>",
            server.Requests[2].Text);
    }

    [Fact]
    [Trait("Rule", "R65")]
    public async Task R65_CallsBehindARequest_TravelTogether()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var typed = client.As<ICalculator>().AddAsync(1, 2, Token);
        var untyped = client.CallAsync("text", "<&>");
        var tried = client.TryCallAsync<int>("fail", 7);
        Assert.Single(server.Requests);

        held.Answer();
        var batch = await server.NextAsync();
        batch.Answer();

        Assert.Equal(1, await typed);
        Assert.Equal("<&>", await untyped);
        Assert.Equal("fault 7: It failed", (await tried).Fault!.ToString());
        Assert.Equal(
            Answers.Prolog + "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>"
            + "<value><struct><member><name>methodName</name><value><string>add</string></value></member>"
            + "<member><name>params</name><value><array><data><value><int>1</int></value><value><int>2</int></value></data></array></value></member></struct></value>"
            + "<value><struct><member><name>methodName</name><value><string>text</string></value></member>"
            + "<member><name>params</name><value><array><data><value><string>&lt;&amp;&gt;</string></value></data></array></value></member></struct></value>"
            + "<value><struct><member><name>methodName</name><value><string>fail</string></value></member>"
            + "<member><name>params</name><value><array><data><value><int>7</int></value></data></array></value></member></struct></value>"
            + "</data></array></value></param></params></methodCall>",
            batch.Text);
    }

    [Fact]
    public async Task Call_LeftAloneAmongThoseThatWaited_IsAPlainCall()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Dialect = XmlRpcDialect.Tolerant with { WriteNil = true });
        var held = await server.HoldAsync(client);
        var nested = XmlRpcArray.Create(XmlRpcArray.Create(1, "</value>"), new XmlRpcStruct { ["params"] = XmlRpcArray.Create(default(XmlRpcValue)) });
        var call = client.CallAsync("echo", nested, "<value>", XmlRpcArray.Create());

        held.Answer();
        var alone = await server.NextAsync();
        alone.Answer();

        Assert.Equal(nested, await call);
        Assert.Equal("echo", alone.Method);
        Assert.Equal([nested, "<value>", XmlRpcArray.Create()], alone.Calls[0].Arguments);
    }

    [Fact]
    public async Task Call_WithoutArguments_TravelsEitherWay()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);
        var alone = client.CallAsync<int>("nothing");
        held.Answer();
        held = await server.NextAsync();
        Assert.False(held.IsBatch);
        var first = client.CallAsync<int>("nothing");
        var second = client.CallAsync<int>("nothing");
        held.Answer();
        (await server.NextAsync()).Answer();

        Assert.Equal((int[])[0, 0, 0], await Task.WhenAll(alone, first, second));
        Assert.Empty(held.Calls[0].Arguments);
        Assert.All(server.Requests[2].Calls, static call => Assert.Empty(call.Arguments));
    }

    [Fact]
    public async Task Calls_MoreThanABatchHolds_AreSeveral()
    {
        using var server = new BatchServer();
        using var client = server.Client(batching => batching with { MaxEntries = 4 });
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, 10).Select(i => client.CallAsync<int>("echo", i)).ToArray();

        held.Answer();
        for (var i = 0; i < 3; i++)
        {
            (await server.NextAsync()).Answer();
        }

        Assert.Equal(Enumerable.Range(0, 10), await Task.WhenAll(calls));
        Assert.Equal([1, 4, 4, 2], server.Requests.Select(request => request.Calls.Count));
    }

    [Fact]
    public async Task Calls_LongerThanABatchMayBe_AreSeveral()
    {
        using var server = new BatchServer();
        using var client = server.Client(batching => batching with { MaxBytes = 2000 });
        var held = await server.HoldAsync(client);
        string[] texts = [new('a', 1000), new('b', 1000), new('c', 5000), "d", "e"];
        var calls = texts.Select(text => client.CallAsync<string>("echo", text)).ToArray();

        held.Answer();
        for (var i = 0; i < 4; i++)
        {
            (await server.NextAsync()).Answer();
        }

        Assert.Equal(texts, await Task.WhenAll(calls));
        Assert.Equal([false, false, false, false, true], server.Requests.Select(request => request.IsBatch));
    }

    [Fact]
    public async Task Calls_WithMoreRoomOnTheWay_FillIt()
    {
        using var server = new BatchServer();
        using var client = server.Client(batching => batching with { MaxInFlight = 3 });
        var calls = Enumerable.Range(0, 5).Select(i => client.CallAsync<int>("echo", i)).ToArray();
        var requests = new[] { await server.NextAsync(), await server.NextAsync(), await server.NextAsync() };
        Assert.Equal(3, server.Requests.Count);

        requests[1].Answer();
        var batch = await server.NextAsync();
        Assert.Equal(2, batch.Calls.Count);
        batch.Answer();
        requests[0].Answer();
        requests[2].Answer();

        Assert.Equal(Enumerable.Range(0, 5), await Task.WhenAll(calls));
    }

    [Fact]
    public async Task Calls_ThatWaitedLongEnough_GoAlthoughOthersAreOnTheirWay()
    {
        var clock = new ManualClock();
        using var server = new BatchServer();
        using var client = server.Client(
            batching => batching with { MaxWait = TimeSpan.FromMilliseconds(10) }, options => options.TimeProvider = clock);
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, 3).Select(i => client.CallAsync<int>("echo", i)).ToArray();

        clock.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Single(server.Requests);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var batch = await server.NextAsync();
        batch.Answer();

        Assert.Equal((int[])[0, 1, 2], await Task.WhenAll(calls));
        held.Answer();
    }

    [Fact]
    public async Task Calls_OfManyAtOnce_TakeFewRequests()
    {
        using var server = new BatchServer(static request => request.Answer());
        using var client = server.Client();

        var sums = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() => client.CallAsync<int>("echo", i))));

        Assert.Equal(Enumerable.Range(0, 1000), sums);
        Assert.Equal(1000, server.Requests.Sum(request => request.Calls.Count));
        Assert.InRange(server.Requests.Count, 3, 900);
    }

    [Fact]
    public async Task Call_ThatCannotTravelWithOthers_GoesAlone()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        var held = await server.HoldAsync(client);

        var headers = new XmlRpcCallOptions { Headers = new Dictionary<string, string> { ["X-Request"] = "42" } };
        var withHeaders = client.CallAsync<int>("echo", headers, 1);
        (await server.NextAsync()).Answer();
        var listing = client.Introspection.MethodHelpAsync("echo", Token);
        (await server.NextAsync()).Answer();
        var multicall = client.Multicall();
        var entry = multicall.Add<int>("echo", 2);
        var sent = multicall.SendAsync(Token);
        (await server.NextAsync()).Answer();
        await sent;

        Assert.Equal(1, await withHeaders);
        Assert.Equal("echo", await listing);
        Assert.Equal(2, entry.Value);
        held.Answer();
    }

    [Fact]
    public async Task Call_OnTheCallingThread_GoesAlone()
    {
        var requests = 0;
        using var http = new HttpClient(new FakeHandler((_, _) =>
        {
            requests++;
            return Task.FromResult(FakeHandler.Ok(Answers.Five));
        }));
        using var client = new XmlRpcClient(
            http,
            new Uri("http://host/"),
            new XmlRpcClientOptions { Batching = new XmlRpcBatchingOptions(), AllowSynchronousCalls = true });

        Assert.Equal(5, client.Call<int>("m"));
        Assert.Equal(5, client.As<ICalculator>().Add(2, 3));
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task Call_ThatCannotBeWritten_IsRefusedAtOnceAndHoldsNobodyUp()
    {
        using var server = new BatchServer();
        using var client = server.Client(more: options => options.Dialect = XmlRpcDialect.Tolerant with { WriteAnyMethodName = false });
        Assert.Equal("params[1]", Assert.Throws<XmlRpcFormatException>(() => { _ = client.CallAsync("m", 1, double.NaN); }).Path);
        var held = await server.HoldAsync(client);

        Assert.Equal("params[1]", Assert.Throws<XmlRpcFormatException>(() => { _ = client.CallAsync("m", 1, double.NaN); }).Path);
        Assert.Equal("R08", Assert.Throws<XmlRpcFormatException>(() => { _ = client.CallAsync("m m"); }).Rule);
        var call = client.CallAsync<int>("echo", 1);
        held.Answer();
        (await server.NextAsync()).Answer();

        Assert.Equal(1, await call);
    }

    [Fact]
    public async Task Caller_ThatBlocksWhenItIsAnswered_HoldsUpNoOther()
    {
        using var server = new BatchServer();
        using var client = server.Client();
        using var last = new ManualResetEventSlim();
        var held = await server.HoldAsync(client);
        var calls = Enumerable.Range(0, 20).Select(async i =>
        {
            await client.CallAsync<int>("echo", i).ConfigureAwait(false);
            if (i == 19)
            {
                last.Set();
            }
            else if (i < 2)
            {
                last.Wait(Token);
            }
        }).ToArray();

        held.Answer();
        (await server.NextAsync()).Answer();

        await Task.WhenAll(calls);
    }
}
