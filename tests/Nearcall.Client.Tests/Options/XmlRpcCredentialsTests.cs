using System.Text;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcCredentialsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Basic_OfOptions_IsSentWithTheFirstRequest()
    {
        Assert.Equal(
            "Basic " + Base64("Änn:p:w"),
            await AuthorizationOf("http://{0}/", new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Basic("Änn", "p:w") }));
    }

    [Fact]
    public async Task Bearer_OfOptions_IsSentWithTheFirstRequest()
    {
        Assert.Equal(
            "Bearer abc.DEF-123==",
            await AuthorizationOf("http://{0}/", new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Bearer("abc.DEF-123==") }));
    }

    [Theory]
    [InlineData("http://ann:p%40ss%3A%25@{0}/", "ann:p@ss:%")]
    [InlineData("http://ann@{0}/", "ann:")]
    public async Task UserInfo_OfTheAddress_BecomesBasic(string url, string expected)
    {
        var options = new XmlRpcClientOptions { Credentials = XmlRpcCredentials.Bearer("notThisOne") };

        Assert.Equal("Basic " + Base64(expected), await AuthorizationOf(url, options));
    }

    [Fact]
    public async Task UserInfo_WhateverFails_IsNeverShown()
    {
        var closed = new Uri(ClosedPort.Url());
        using var client = new XmlRpcClient($"http://ann:secret@127.0.0.1:{closed.Port}/RPC2?token=secret");

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));

        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(closed, exception.Endpoint);
    }

    [Theory]
    [InlineData("a:b", "p")]
    [InlineData("a\n", "p")]
    [InlineData("a", "p\r\nX: y")]
    public void Basic_CharactersThatMustNotBe_AreRefused(string user, string password)
    {
        var exception = Assert.Throws<ArgumentException>(() => XmlRpcCredentials.Basic(user, password));

        Assert.DoesNotContain("X: y", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\r\n")]
    public void Bearer_CharactersThatMustNotBe_AreRefused(string token)
    {
        Assert.Throws<ArgumentException>(() => XmlRpcCredentials.Bearer(token));
    }

    [Fact]
    public void ToString_Any_HidesTheSecret()
    {
        Assert.Equal("Basic ***", XmlRpcCredentials.Basic("ann", "secret").ToString());
        Assert.Equal("Bearer ***", XmlRpcCredentials.Bearer("secret").ToString());
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<string?> AuthorizationOf(string url, XmlRpcClientOptions options)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(url.Replace("{0}", $"127.0.0.1:{server.Port}", StringComparison.Ordinal), options);
        await client.CallAsync<int>("m", Token);
        return server.Request.Header("Authorization");
    }
}
