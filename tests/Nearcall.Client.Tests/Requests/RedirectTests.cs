using System.Net;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class RedirectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(307, true)]
    [InlineData(308, true)]
    [InlineData(308, false)]
    public async Task Redirect_KeepingThePost_IsFollowedWithEverything(int status, bool async)
    {
        await using var server = new StubServer(
            request => request.Line.Contains("/new", StringComparison.Ordinal) ? StubReply.Ok(Answers.Five) : StubReply.Redirect(status, "/new?x=1#y"));
        using var client = new XmlRpcClient(
            server.Url, new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Bearer("t"), Headers = { ["X-Key"] = "k" } });

        Assert.Equal(5, async ? await client.CallAsync<int>("m", Token, "arg") : client.Call<int>("m", "arg"));
        Assert.Equal(["POST /RPC2 HTTP/1.1", "POST /new?x=1 HTTP/1.1"], server.Requests.Select(request => request.Line));
        Assert.Equal(server.Requests[0].Text, server.Requests[1].Text);
        Assert.Equal("Bearer t", server.Requests[1].Header("Authorization"));
        Assert.Equal("k", server.Requests[1].Header("X-Key"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task Redirect_ThatWouldBecomeAGet_IsRefused(int status)
    {
        await using var server = new StubServer(StubReply.Redirect(status, "/login?session=secret"));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.Equal(
            $"{server.Url} answered {status} and redirects to http://127.0.0.1:{server.Port}/login, which would turn the call into a GET: use that address.",
            exception.Message);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.False(exception.WasNotSent);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_ToAnotherOrigin_IsRefusedAndNothingIsSentThere()
    {
        await using var other = new StubServer(StubReply.Ok(Answers.Five));
        await using var server = new StubServer(StubReply.Redirect(308, $"http://ann:secret@127.0.0.1:{other.Port}/RPC2"));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Bearer("t") });

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.Contains(other.Url, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("http://example.org/RPC2", "https://example.org/RPC2", true)]
    [InlineData("http://example.org/RPC2", "https://EXAMPLE.org/other", true)]
    [InlineData("https://example.org/RPC2", "http://example.org/RPC2", false)]
    [InlineData("http://example.org/RPC2", "https://example.org:8443/RPC2", false)]
    [InlineData("http://example.org:8000/RPC2", "https://example.org/RPC2", false)]
    [InlineData("http://example.org/RPC2", "https://www.example.org/RPC2", false)]
    [InlineData("http://example.org/RPC2", "file:///etc/passwd", false)]
    public async Task Redirect_BetweenSchemes_OnlyUpwardsOnOneHost(string from, string to, bool isFollowed)
    {
        var visited = new List<string>();
        using var http = new HttpClient(new FakeHandler((request, _) =>
        {
            visited.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(visited.Count == 1
                ? new HttpResponseMessage(HttpStatusCode.PermanentRedirect) { Headers = { Location = new Uri(to) } }
                : FakeHandler.Ok(Answers.Five));
        }));
        using var client = new XmlRpcClient(http, new Uri(from));

        if (isFollowed)
        {
            Assert.Equal(5, await client.CallAsync<int>("m", Token));
            Assert.Equal([from, new Uri(to).AbsoluteUri], visited);
        }
        else
        {
            await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
            Assert.Single(visited);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Redirect_InCircles_StopsAtTheLimit(int limit)
    {
        await using var server = new StubServer(StubReply.Redirect(307, "/RPC2"));
        using var client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { MaxRedirects = limit });

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.EndsWith("too many redirects.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(limit + 1, server.Requests.Count);
    }

    [Fact]
    public async Task Redirect_ToNowhere_IsRefused()
    {
        await using var server = new StubServer(StubReply.Of("307 Elsewhere", ""));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.EndsWith("answered 307 without saying where to go.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_FollowedByAForeignHandlerAsAGet_IsRefused()
    {
        // Even a valid answer to the GET is no answer to the call.
        await using var server = new StubServer(
            request => request.Line.StartsWith("GET", StringComparison.Ordinal) ? StubReply.Ok(Answers.Five) : StubReply.Redirect(302, "/other"));
        using var http = new HttpClient();
        using var client = new XmlRpcClient(http, new Uri(server.Url));

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.Contains("turned the call into a GET", exception.Message, StringComparison.Ordinal);
        Assert.Contains("/other", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_FollowedByAForeignHandlerAsAPost_IsFine()
    {
        await using var server = new StubServer(
            request => request.Line.Contains("/other", StringComparison.Ordinal) ? StubReply.Ok(Answers.Five) : StubReply.Redirect(307, "/other"));
        using var http = new HttpClient();
        using var client = new XmlRpcClient(http, new Uri(server.Url));

        Assert.Equal(5, await client.CallAsync<int>("m", Token));
    }
}
