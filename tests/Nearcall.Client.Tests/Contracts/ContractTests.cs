using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Contracts;

public sealed class ContractTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_OfAContract_TravelsAsAnyOther(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("<int>15</int>")));
        using var client = new XmlRpcClient(server.Url);
        var calculator = client.As<ICalculator>();

        Assert.Equal(15, async ? await calculator.AddAsync(10, 5, Token) : calculator.Add(10, 5));

        Assert.Equal(
            Answers.Prolog + "<methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param>"
            + "<param><value><int>5</int></value></param></params></methodCall>",
            server.Request.Text);
    }

    [Theory]
    [InlineData("<nil/>")]
    [InlineData("<boolean>1</boolean>")]
    [InlineData("<array><data><value><int>5</int></value></data></array>")]
    public async Task Call_WithoutResult_TakesWhateverComes(string value)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(value)));
        using var client = new XmlRpcClient(server.Url);
        var calculator = client.As<ICalculator>();

        await calculator.ResetAsync(Token);
        calculator.Reset();

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Call_WithoutResult_StillThrowsAFault()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var client = new XmlRpcClient(server.Url);

        var exception = await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.As<ICalculator>().ResetAsync(Token));

        Assert.Equal(42, exception.Code);
    }
}
