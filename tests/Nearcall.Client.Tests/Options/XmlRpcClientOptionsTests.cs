using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcClientOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Defaults_AreThoseDocumented()
    {
        var options = new XmlRpcClientOptions();

        Assert.Same(XmlRpcDialect.Tolerant, options.Dialect);
        Assert.Same(XmlRpcLimits.Default, options.Limits);
        Assert.Equal(TimeSpan.FromSeconds(100), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(15), options.ConnectTimeout);
        Assert.Equal(3, options.MaxRedirects);
        Assert.Equal(XmlRpcRequestCompression.None, options.RequestCompression);
        Assert.Equal(new Version(1, 1), options.HttpVersion);
        Assert.Equal(HttpVersionPolicy.RequestVersionOrLower, options.HttpVersionPolicy);
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.False(options.SendChunked || options.UseCookies || options.AllowSynchronousCalls || options.RecordMethodInMetrics);
        Assert.Null(options.Endpoint);
        Assert.Null(options.UserAgent);
        Assert.Null(options.Credentials);
        Assert.Empty(options.Headers);
        Assert.Empty(options.FallbackEndpoints);
    }

    [Fact]
    public void Setters_OutOfRange_Refuse()
    {
        var options = new XmlRpcClientOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.Timeout = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Timeout = TimeSpan.FromDays(25));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.ConnectTimeout = TimeSpan.FromSeconds(-2));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRedirects = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRedirects = 21);
        Assert.Throws<ArgumentNullException>(() => options.Dialect = null!);
        Assert.Throws<ArgumentNullException>(() => options.Limits = null!);
        Assert.Throws<ArgumentNullException>(() => options.HttpVersion = null!);
        Assert.Throws<ArgumentNullException>(() => options.TimeProvider = null!);
        options.Timeout = Timeout.InfiniteTimeSpan;
    }

    [Theory]
    [InlineData("X-Key", "a\r\nX-Other: b")]
    [InlineData("X-Key", "ä")]
    [InlineData("X-Key", "\u0001")]
    [InlineData("X Key", "a")]
    [InlineData("X-Key:", "a")]
    [InlineData("Content-Length", "5")]
    [InlineData("content-type", "text/html")]
    [InlineData("Transfer-Encoding", "chunked")]
    public void Headers_ThatCannotBeSent_AreRefusedWithoutShowingThem(string name, string value)
    {
        var options = new XmlRpcClientOptions { Headers = { [name] = value } };

        var exception = Assert.Throws<ArgumentException>(() => new XmlRpcClient("http://host/", options));
        Assert.DoesNotContain("X-Other", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new XmlRpcCallOptions { Headers = new Dictionary<string, string> { [name] = value } });
    }

    [Fact]
    public void UserAgent_ThatCannotBeSent_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new XmlRpcClient("http://host/", new XmlRpcClientOptions { UserAgent = "a\nb" }));
    }

    [Fact]
    public async Task Headers_OfClientAndCall_TheCallWins()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var options = new XmlRpcClientOptions { UserAgent = "Mine/1", Headers = { ["X-A"] = "client", ["X-B"] = "client" } };
        using var client = new XmlRpcClient(server.Url, options);
        options.Headers["X-A"] = "too late";
        var call = new XmlRpcCallOptions
        {
            CancellationToken = Token,
            Headers = new Dictionary<string, string> { ["x-b"] = "call", ["X-C"] = "call" },
        };

        await client.CallAsync<int>("m", call);

        Assert.Equal("Mine/1", server.Request.Header("User-Agent"));
        Assert.Equal("client", server.Request.Header("X-A"));
        Assert.Equal("call", server.Request.Header("X-B"));
        Assert.Equal("call", server.Request.Header("X-C"));
    }

    [Fact]
    public async Task UseCookies_On_SendsBackWhatWasSet()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five, "Set-Cookie: session=1; path=/\r\n"));
        using var with = new XmlRpcClient(server.Url, new XmlRpcClientOptions { UseCookies = true });
        using var without = new XmlRpcClient(server.Url);

        await with.CallAsync<int>("m", Token);
        await with.CallAsync<int>("m", Token);
        await without.CallAsync<int>("m", Token);
        await without.CallAsync<int>("m", Token);

        Assert.Equal([null, "session=1", null, null], server.Requests.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public void CallOptions_ToString_HidesHeaders()
    {
        var options = new XmlRpcCallOptions { Headers = new Dictionary<string, string> { ["X-Key"] = "secret" } };

        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => options with { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentNullException>(() => options with { Headers = null! });
    }
}
