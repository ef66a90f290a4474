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
}
