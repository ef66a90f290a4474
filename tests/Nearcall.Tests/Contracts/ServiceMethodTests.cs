namespace Nearcall.Tests.Contracts;

public class ServiceMethodTests
{
    [Fact]
    public async Task Bind_ToAnObject_CallsThatOne()
    {
        var account = new Account();
        var method = Account.PayIn.Bind(account);

        Assert.Equal("<value><int>5</int></value>", await CallAsync(method, RecordingCall.Ints(5)));
        Assert.Equal("<value><int>12</int></value>", await CallAsync(method, RecordingCall.Ints(7)));
        Assert.False(account.IsDisposed);
        Assert.Throws<ArgumentNullException>(() => Account.PayIn.Bind(null!));
    }

    [Fact]
    public async Task Invoke_AResultThatComesLater_IsAwaited() =>
        Assert.Equal("<value><int>5</int></value>", await CallAsync(Account.PayInLater.Bind(new Account()), RecordingCall.Ints(5)));

    [Fact]
    public async Task Invoke_ItemsAndOctets_AreHandedToTheTransport()
    {
        Assert.Equal(
            "<value><array><data><value><int>0</int></value><value><int>7</int></value></data></array></value>",
            await CallAsync(Account.Entries.Bind(new Account())));
        Assert.Equal("<value><base64>AQIDBA==</base64></value>", await CallAsync(Account.Statement.Bind(new Account())));
    }

    [Theory]
    [InlineData(false, "<value><boolean>1</boolean></value>")]
    [InlineData(true, "<value><nil/></value>")]
    [Trait("Rule", "R45")]
    public async Task R45_NoResult_IsNilWhereTheDialectWritesIt(bool writeNil, string expected)
    {
        var dialect = XmlRpcDialect.Strict with { WriteNil = writeNil };

        Assert.Equal(expected, await CallAsync(Account.Close.Bind(new Account()), "", dialect));
        Assert.Equal(expected, await CallAsync(Account.CloseLater.Bind(new Account()), "", dialect));
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Arguments_TooFewTooManyOrOfAnotherType_AreRefusedBeforeTheCall()
    {
        var account = new Account();
        var method = Account.PayIn.Bind(account);

        var few = await Assert.ThrowsAsync<XmlRpcFormatException>(() => CallAsync(method));
        var many = await Assert.ThrowsAsync<XmlRpcFormatException>(() => CallAsync(method, RecordingCall.Ints(1, 2)));
        var other = await Assert.ThrowsAsync<XmlRpcFormatException>(() => CallAsync(method, "<param><value>1</value></param>"));

        Assert.Contains("The argument for the parameter 'amount' is missing.", few.Message, StringComparison.Ordinal);
        Assert.Equal("R55", many.Rule);
        Assert.Contains("An int was expected, but the value is a string.", other.Message, StringComparison.Ordinal);
        Assert.Equal("params[0]", other.Path);
        Assert.Equal("<value><int>1</int></value>", await CallAsync(method, RecordingCall.Ints(1)));
    }

    [Fact]
    public async Task Source_OfAFactory_MakesAnObjectForEachCallAndDisposesIt()
    {
        var made = new List<Account>();
        var method = Account.PayInLater.Bind(new MadeService<Account>(_ => Made(made)), "bank.payIn");

        Assert.Equal("bank.payIn", method.Name);
        Assert.Equal("<value><int>5</int></value>", await CallAsync(method, RecordingCall.Ints(5)));
        Assert.Equal("<value><int>7</int></value>", await CallAsync(method, RecordingCall.Ints(7)));
        Assert.Equal([true, true], made.Select(account => account.IsDisposed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Source_OfAFactory_DisposesWhenTheMethodThrows(bool later)
    {
        var made = new List<Account>();
        var method = (later ? Account.PayInLater : Account.PayIn).Bind(new MadeService<Account>(_ => Made(made)), "payIn");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(method, RecordingCall.Ints(-1)));
        await Assert.ThrowsAsync<XmlRpcFormatException>(() => CallAsync(method));

        Assert.Equal("no", thrown.Message);
        Assert.Equal([true, true], made.Select(account => account.IsDisposed));
    }

    [Fact]
    public async Task Source_OfAFactory_DisposesSynchronouslyToo()
    {
        using var stream = new DisposalStream();
        var source = new MadeService<DisposalStream>(_ => stream);
        var plain = new MadeService<string>(_ => "s");

        await plain.ReturnAsync("s");
        await source.ReturnAsync(stream);

        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public async Task Source_OfTheServices_TakesTheirsAndLeavesItToThem()
    {
        var account = new Account();
        var method = Account.PayIn.Bind(new RegisteredService<Account>(), "payIn");
        var call = new RecordingCall(RecordingCall.Ints(5), services: new OneService(account));

        await method.InvokeAsync(call);
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => CallAsync(method, RecordingCall.Ints(5)));

        Assert.Equal("<value><int>5</int></value>", call.Result);
        Assert.True(call.ArgumentsRead);
        Assert.False(account.IsDisposed);
        Assert.Contains(nameof(Account), missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Description_OfABoundMethod_IsThatOfTheMethod()
    {
        var method = XmlRpcServiceMethod.Create<Account, int>(
            "m", [new("a", typeof(int), XmlRpcKind.Int)], static (_, ref _, _) => ValueTask.FromResult(1), XmlRpcConverter.For<int>());

        var bound = method.Bind(new Account());

        Assert.Equal(("m", typeof(int), XmlRpcKind.Int), (bound.Name, bound.ResultType, bound.ResultKind));
        Assert.Same(method.Parameters, bound.Parameters);
        Assert.Equal([["int", "int"]], bound.Signatures);
        Assert.Equal(typeof(IAsyncEnumerable<int>), Account.Entries.ResultType);
        Assert.Equal(XmlRpcKind.Base64, Account.Statement.Bind(new Account()).ResultKind);
        Assert.Equal(typeof(void), Account.Close.ResultType);
        Assert.Throws<ArgumentException>(() => XmlRpcServiceMethod.Create<Account>("", [], static (_, ref _, _) => default));
    }

    private static Account Made(List<Account> made)
    {
        made.Add(new Account());
        return made[^1];
    }

    private static async Task<string> CallAsync(XmlRpcMethod method, string parameters = "", XmlRpcDialect? dialect = null)
    {
        var call = new RecordingCall(parameters, dialect);
        await method.InvokeAsync(call);
        Assert.True(call.ArgumentsRead);
        return call.Result;
    }

    private sealed class OneService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == service.GetType() ? service : null;
    }

    private sealed class DisposalStream : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
