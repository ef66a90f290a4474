using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CallAsync_Typed_GivesTheResult()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(5, await client.CallAsync<int>("add", Token, 2, 3));
        Assert.Equal(
            Answers.Prolog + "<methodCall><methodName>add</methodName><params><param><value><int>2</int></value></param>"
            + "<param><value><int>3</int></value></param></params></methodCall>",
            server.Request.Text);
    }

    [Fact]
    public async Task CallAsync_EveryForm_GivesTheResult()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Five));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        var options = new XmlRpcCallOptions { CancellationToken = Token };

#pragma warning disable xUnit1051 // The forms without a token are what is tested.
        Assert.Equal(5, await client.CallAsync<int>("m"));
        Assert.Equal(5, await client.CallAsync("m"));
        Assert.Equal(5, (await client.TryCallAsync<int>("m")).Value);
        Assert.Equal(5, (await client.TryCallAsync("m")).Value);
#pragma warning restore xUnit1051
        Assert.Equal(5, await client.CallAsync<int>("m", options));
        Assert.Equal(5, await client.CallAsync("m", Token));
        Assert.Equal(5, await client.CallAsync("m", options));
        Assert.Equal(5, (await client.TryCallAsync<int>("m", Token)).Value);
        Assert.Equal(5, (await client.TryCallAsync<int>("m", options)).Value);
        Assert.Equal(5, (await client.TryCallAsync("m", Token)).Value);
        Assert.Equal(5, (await client.TryCallAsync("m", options)).Value);
    }

    [Fact]
    public async Task Call_EveryForm_GivesTheResult()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);
        var options = new XmlRpcCallOptions { CancellationToken = Token };

        Assert.Equal(5, client.Call<int>("m", 1));
        Assert.Equal(5, client.Call<int>("m", options, 1));
        Assert.Equal(5, client.Call("m", 1));
        Assert.Equal(5, client.Call("m", options, 1));
        Assert.Equal(5, client.TryCall<int>("m", 1).Value);
        Assert.Equal(5, client.TryCall<int>("m", options, 1).Value);
        Assert.Equal(5, client.TryCall("m", 1).Value);
        Assert.Equal(5, client.TryCall("m", options, 1).Value);
    }

    [Fact]
    public async Task CallAsync_Fault_ThrowsItWithEverythingInIt()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.CallAsync<int>("m", Token));

        Assert.Equal(42, exception.Code);
        Assert.Equal("It failed", exception.Message);
        Assert.Equal(exception.Fault, Assert.Throws<XmlRpcFaultException>(() => client.Call<int>("m")).Fault);
    }

    [Fact]
    public async Task TryCallAsync_Fault_GivesItAsData()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal("fault 42: It failed", (await client.TryCallAsync<int>("m", Token)).ToString());
        Assert.Equal(42, client.TryCall<int>("m").Fault!.Code);
    }

    [Fact]
    public async Task CallAsync_ManyCalls_KeepTheConnection()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var client = new XmlRpcClient(server.Url);

        for (var i = 0; i < 10; i++)
        {
            await client.CallAsync<int>("m", Token);
            client.Call<int>("m");
        }

        Assert.Equal(20, server.Requests.Count);
        Assert.InRange(server.Connections, 1, 2);
    }

    [Fact]
    public async Task CallAsync_ResultOfAnotherType_IsAFormatError()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Of("<string>five</string>")));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.CallAsync<int>("m", Token));

        Assert.Contains("string", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Offset);
    }

    [Fact]
    public void CallAsync_ArgumentThatCannotBeWritten_IsRefusedAtOnce()
    {
        var handler = new FakeHandler(Answers.Five);
        using var http = new HttpClient(handler);
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        var exception = Assert.Throws<XmlRpcFormatException>(() => { _ = client.CallAsync<int>("m", Token, 1, double.NaN); });

        Assert.Equal("params[1]", exception.Path);
        Assert.Equal(0, handler.Requests);
    }

    [Fact]
    public void CallAsync_BadUse_IsRefusedAtOnce()
    {
        using var client = new XmlRpcClient("http://host/");

        Assert.Throws<ArgumentException>(() => { _ = client.CallAsync<int>("", Token); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.CallAsync<int>(null!, Token); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.CallAsync<int>("m", (XmlRpcCallOptions)null!); });
        Assert.Throws<ArgumentNullException>(() => { _ = client.TryCallAsync<int>("m", (XmlRpcCallOptions)null!); });
        Assert.Throws<ArgumentNullException>(() => client.Call<int>("m", (XmlRpcCallOptions)null!));
#pragma warning disable NEAR0005 // The compiler says so too.
        Assert.Throws<NotSupportedException>(() => { _ = client.CallAsync<Action>("m", Token); });
#pragma warning restore NEAR0005
    }

    [Theory]
    [InlineData("")]
    [InlineData("RPC2")]
    [InlineData("ftp://host/")]
    [InlineData("mailto:someone@example.org")]
    [InlineData("http://us er:secret@")]
    [InlineData("secret://user:secret@host/")]
    public void Constructor_BadAddress_IsRefusedWithoutShowingIt(string url)
    {
        var exception = Assert.Throws<ArgumentException>(() => new XmlRpcClient(url));

        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new XmlRpcClient((string)null!));
        Assert.Throws<ArgumentNullException>(() => new XmlRpcClient((Uri)null!));
        Assert.Throws<ArgumentNullException>(() => new XmlRpcClient((HttpClient)null!));
    }

    [Theory]
    [InlineData(null, "http://base/api/", "http://base/api/")]
    [InlineData("RPC2", "http://base/api/", "http://base/api/RPC2")]
    [InlineData("https://other/x?y=1#z", "http://base/api/", "https://other/x?y=1")]
    [InlineData("http://host", null, "http://host/")]
    public void Endpoint_FromBaseAddress_IsResolved(string? url, string? baseAddress, string expected)
    {
        using var http = new HttpClient { BaseAddress = baseAddress is null ? null : new Uri(baseAddress) };
        using var client = new XmlRpcClient(http, url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute));

        Assert.Equal(new Uri(expected), client.Endpoint);
    }

    [Fact]
    public void Constructor_NoAddressAnywhere_IsRefused()
    {
        using var http = new HttpClient();

        Assert.Throws<ArgumentException>(() => new XmlRpcClient(http));
        Assert.Throws<ArgumentException>(() => new XmlRpcClient(http, new Uri("RPC2", UriKind.Relative)));
    }

    [Fact]
    public void ToString_AddressWithSecrets_ShowsNeither()
    {
        using var client = new XmlRpcClient("http://ann:secret@host:8000/RPC2?session=secret");

        Assert.Equal("XmlRpcClient http://host:8000/RPC2", client.ToString());
        Assert.Equal(new Uri("http://host:8000/RPC2?session=secret"), client.Endpoint);
    }

    [Fact]
    public void Dispose_BorrowedHttpClient_StaysUsable()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Five));
        var client = new XmlRpcClient(http, new Uri("http://host/"));
        client.Dispose();
        client.Dispose();

        Assert.Throws<ObjectDisposedException>(() => { _ = client.CallAsync<int>("m", Token); });
        Assert.Throws<ObjectDisposedException>(() => Disposed.Client().Call<int>("m"));
        using var other = new XmlRpcClient(http, new Uri("http://host/"), new XmlRpcClientOptions { AllowSynchronousCalls = true });
        Assert.Equal(5, other.Call<int>("m"));
    }
}
