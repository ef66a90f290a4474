using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests.Contracts;

/// <summary>Faults as exceptions of the contract, as faults, and as data; and the time-out of a method.</summary>
public sealed class ContractFaultTests
{
    private static readonly string TooLittle =
        $"{Answers.Prolog}<methodResponse><fault><value>{Answers.FaultStruct(17, "There is not that much.")}</value></fault></methodResponse>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_ThatAnExceptionStandsFor_IsThatException(bool async)
    {
        using var http = new HttpClient(new FakeHandler(TooLittle));
        using var client = Client(http);

        var exception = async
            ? await Assert.ThrowsAsync<TooLittleException>(() => client.As<ICalculator>().WithdrawAsync(200, Token))
            : Assert.Throws<TooLittleException>(() => client.As<ICalculator>().Withdraw(200));

        Assert.Equal("There is not that much.", exception.Message);
        Assert.Equal(17, Assert.IsType<XmlRpcFaultException>(exception.InnerException).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_ThatNoExceptionStandsFor_StaysAFault(bool async)
    {
        using var http = new HttpClient(new FakeHandler(Answers.Fault));
        using var client = Client(http);

        var exception = async
            ? await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.As<ICalculator>().WithdrawAsync(200, Token))
            : Assert.Throws<XmlRpcFaultException>(() => client.As<ICalculator>().Withdraw(200));

        Assert.Equal(42, exception.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_OfAMethodWithAResultOrFault_IsData(bool async)
    {
        using var http = new HttpClient(new FakeHandler(TooLittle));
        using var client = Client(http);
        var calculator = client.As<ICalculator>();

        var result = async ? await calculator.DivideAsync(1, 0, Token) : calculator.Divide(1, 0);

        Assert.Equal(17, result.Fault?.Code);
        Assert.Throws<XmlRpcFaultException>(() => result.Value);
    }

    [Theory]
    [InlineData(100, "2")]
    [InlineData(1, "1")]
    public async Task Timeout_OfTheMethod_CountsIfItIsTheShortest(int ofClient, string expected)
    {
        var clock = new ManualClock();
        var handler = new HangingHandler();
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new XmlRpcClient(
            http, new Uri("http://host/"), new XmlRpcClientOptions { Timeout = TimeSpan.FromSeconds(ofClient), TimeProvider = clock });

        var call = client.As<ICalculator>().HurryAsync(Token);
        await handler.Arrived;
        clock.Advance(TimeSpan.FromSeconds(2));

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains($"call of 'hurry' within {expected} s.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_OfACall_CarriesTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var handler = new HangingHandler();
        using var http = new HttpClient(handler);
        using var client = Client(http);

        var call = client.As<ICalculator>().AddAsync(1, 2, source.Token);
        await handler.Arrived;
        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public void Call_SynchronousWhereAHandlerCouldBeSkipped_IsRefused()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Five));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        Assert.Throws<InvalidOperationException>(() => client.As<ICalculator>().Add(1, 2));
    }

    [Fact]
    public async Task Call_OfADisposedClient_IsRefused()
    {
        var calculator = Disposed.Client().As<ICalculator>();

        Assert.Throws<ObjectDisposedException>(() => calculator.Add(1, 2));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => calculator.AddAsync(1, 2, Token));
    }

    private static XmlRpcClient Client(HttpClient http) =>
        new(http, new Uri("http://host/"), new XmlRpcClientOptions { AllowSynchronousCalls = true });
}
