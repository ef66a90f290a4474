using System.Globalization;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcMulticallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "R65")]
    public async Task R65_Batch_TravelsAsOneCall(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array(Answers.Array("<int>3</int>"), Answers.Array("text")))));
        using var client = new XmlRpcClient(server.Url);
        var batch = client.Multicall();
        var sum = batch.Add<int>("add", 1, 2);
        var text = batch.Add("text");

        await SendAsync(batch, async);

        Assert.Equal(3, sum.Value);
        Assert.Equal("text", text.Value);
        Assert.Equal([sum, text], batch.Entries);
        Assert.Equal(
            Answers.Prolog + "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>"
            + "<value><struct><member><name>methodName</name><value><string>add</string></value></member>"
            + "<member><name>params</name><value><array><data><value><int>1</int></value><value><int>2</int></value></data></array></value></member></struct></value>"
            + "<value><struct><member><name>methodName</name><value><string>text</string></value></member>"
            + "<member><name>params</name><value><array><data></data></array></value></member></struct></value>"
            + "</data></array></value></param></params></methodCall>",
            server.Request.Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [Trait("Rule", "R65")]
    public async Task R65_AnotherNumberOfOutcomes_IsRefusedAndNoneIsBelieved(int count)
    {
        using var client = Client(Answers.Array([.. Enumerable.Repeat(Answers.Array("<int>1</int>"), count)]));
        var batch = client.Multicall();
        var first = batch.Add<int>("a");
        batch.Add<int>("b");

        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => batch.SendAsync(Token));

        Assert.Equal("R65", exception.Rule);
        Assert.False(first.IsCompleted);
        Assert.Throws<InvalidOperationException>(() => first.Value);
    }

    [Fact]
    [Trait("Rule", "R66")]
    public async Task R66_ResultsAndFaults_AreToldApart()
    {
        using var client = Client(Answers.Array(
            Answers.Array("<int>1</int>"),
            Answers.FaultStruct(7, "no"),
            Answers.Array(Answers.FaultStruct(8, "a result that looks like a fault")),
            Answers.Array(Answers.Array("<int>4</int>"))));
        var batch = client.Multicall();
        var one = batch.Add<int>("a");
        var fault = batch.Add<int>("b");
        var lookalike = batch.Add("c");
        var nested = batch.Add<int[]>("d");

        await batch.SendAsync(Token);

        Assert.Equal(1, one.Value);
        Assert.Equal("fault 7: no", fault.Result.Fault!.ToString());
        Assert.Equal([null, fault.Result.Fault, null, null], batch.Entries.Select(entry => entry.Fault));
        Assert.Equal(7, Assert.Throws<XmlRpcFaultException>(() => fault.Value).Code);
        Assert.Equal(8, lookalike.Value["faultCode"]);
        Assert.Equal([4], nested.Value);
        Assert.All(batch.Entries, entry => Assert.True(entry.IsCompleted));
    }

    [Fact]
    [Trait("Rule", "R66")]
    public async Task R66_BareValues_AreResultsToTheTolerant()
    {
        string[] answers =
        [
            "<int>1</int>", "text", Answers.Array(), Answers.Array("<int>1</int>", "<int>2</int>"),
            "<struct><member><name>a</name><value>b</value></member></struct>", Answers.FaultStruct(9, "no"), "<boolean>1</boolean>",
        ];
        using var client = Client(Answers.Array(answers));
        var batch = client.Multicall();
        var number = batch.Add<int>("m");
        var text = batch.Add<string>("m");
        var empty = batch.Add<int[]>("m");
        var two = batch.Add<int[]>("m");
        var members = batch.Add<Dictionary<string, string>>("m");
        var fault = batch.Add("m");
        var flag = batch.Add<bool>("m");

        await batch.SendAsync(Token);

        Assert.Equal(1, number.Value);
        Assert.Equal("text", text.Value);
        Assert.Empty(empty.Value);
        Assert.Equal([1, 2], two.Value);
        Assert.Equal("b", members.Value["a"]);
        Assert.Equal(9, fault.Result.Fault!.Code);
        Assert.True(flag.Value);
    }

    [Fact]
    [Trait("Rule", "R66")]
    public async Task R66_BareValues_AreRefusedByTheStrict()
    {
        using var client = Client(Answers.Array("<int>1</int>", Answers.Array("<int>2</int>")), new XmlRpcClientOptions { Dialect = XmlRpcDialect.Strict });
        var batch = client.Multicall();
        var bare = batch.Add<int>("a");
        var wrapped = batch.Add<int>("b");

        await batch.SendAsync(Token);

        var exception = Assert.Throws<XmlRpcFormatException>(() => bare.Result);
        Assert.Equal("R66", exception.Rule);
        Assert.Equal("XmlRpcDialect.AllowBareMulticallResults", exception.Switch);
        Assert.Equal(2, wrapped.Value);
    }

    [Theory]
    [InlineData("<struct><member><name>faultCode</name><value>x</value></member><member><name>faultString</name><value>s</value></member></struct>")]
    [InlineData("<struct><member><name>faultString</name><value>s</value></member></struct>")]
    [InlineData("<struct><member><name>more</name><value>x</value></member><member><name>faultCode</name><value><int>0</int></value></member><member><name>faultString</name><value>s</value></member></struct>")]
    [Trait("Rule", "R66")]
    public async Task R66_OddFaults_AreNeverResults(string fault)
    {
        using var client = Client(Answers.Array(fault));
        var entry = client.Multicall().AddAnd(out var batch);

        await batch.SendAsync(Token);

        Assert.Equal("s", entry.Result.Fault!.Text);
    }

    [Fact]
    public async Task Result_OfAnotherType_TouchesNoOther()
    {
        using var client = Client(Answers.Array(
            Answers.Array("one"), Answers.Array("<int>2</int>"), Answers.Array(Answers.Array("x", Answers.Array("y"))), Answers.Array("<int>4</int>")));
        var batch = client.Multicall();
        var wrong = batch.Add<int>("a");
        var right = batch.Add<int>("b");
        var deep = batch.Add<int[]>("c");
        var last = batch.Add<int>("d");

        await batch.SendAsync(Token);

        Assert.Throws<XmlRpcFormatException>(() => wrong.Value);
        Assert.True(wrong.IsCompleted);
        Assert.Equal(2, right.Value);
        Assert.Throws<XmlRpcFormatException>(() => deep.Result);
        Assert.Equal(4, last.Value);
    }

    [Fact]
    public async Task Result_Malformed_FailsTheBatch()
    {
        using var client = Client("<array><data><value><array><data><value><int>1</value></data></array></value></data></array>");
        var entry = client.Multicall().AddAnd(out var batch);

        await Assert.ThrowsAsync<XmlRpcFormatException>(() => batch.SendAsync(Token));
        Assert.False(entry.IsCompleted);
    }

    [Fact]
    public async Task Fault_OfTheWhole_IsThrown()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Fault));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));
        var entry = client.Multicall().AddAnd(out var batch);

        Assert.Equal(42, (await Assert.ThrowsAsync<XmlRpcFaultException>(() => batch.SendAsync(Token))).Code);
        Assert.Throws<InvalidOperationException>(() => entry.Result);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_Twice_IsRefused(bool async)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array(Answers.Array("1")))));
        using var client = new XmlRpcClient(server.Url);
        client.Multicall().AddAnd(out var batch);
        await SendAsync(batch, async);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(batch, async));
        Assert.Throws<InvalidOperationException>(() => batch.Add("m"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Send_Empty_SendsNothing()
    {
        using var client = new XmlRpcClient(ClosedPort.Url());

        await client.Multicall().SendAsync(Token);
        client.Multicall().Send();
    }

    [Fact]
    public void Add_BeyondTheLimit_IsRefused()
    {
        using var client = new XmlRpcClient("http://host/", new XmlRpcClientOptions { Limits = new XmlRpcLimits { MaxMulticallEntries = 2 } });
        var batch = client.Multicall();
        batch.Add("a");
        batch.Add("b");

        Assert.Contains("MaxMulticallEntries", Assert.Throws<InvalidOperationException>(() => batch.Add("c")).Message, StringComparison.Ordinal);
        Assert.Equal(2, batch.Entries.Count);
    }

    [Fact]
    public async Task Add_BadUse_IsRefused()
    {
        using var client = new XmlRpcClient("http://host/");
        var batch = client.Multicall();

        Assert.Throws<ArgumentException>(() => batch.Add("system.multicall"));
        Assert.Throws<ArgumentException>(() => batch.Add(""));
#pragma warning disable NEAR0005 // The compiler says so too.
        Assert.Throws<NotSupportedException>(() => batch.Add<Action>("m"));
#pragma warning restore NEAR0005
        Assert.Empty(batch.Entries);
        await Assert.ThrowsAsync<ArgumentNullException>(() => batch.SendAsync((XmlRpcCallOptions)null!));
    }

    [Fact]
    public void SendAsync_ArgumentThatCannotBeWritten_NamesItsPlace()
    {
        using var client = new XmlRpcClient("http://host/");
        var batch = client.Multicall();
        batch.Add("good", 1);
        batch.Add("bad", 1, double.NaN);

        var exception = Assert.Throws<XmlRpcFormatException>(() => { _ = batch.SendAsync(Token); });

        Assert.Equal("params[0][1].params[1]", exception.Path);
    }

    [Fact]
    public async Task SendAsync_ThousandCalls_AllComeBack()
    {
        var items = Enumerable.Range(0, 1000).Select(i => Answers.Array($"<int>{i.ToString(CultureInfo.InvariantCulture)}</int>"));
        using var client = Client(Answers.Array([.. items]));
        var batch = client.Multicall();
        var entries = Enumerable.Range(0, 1000).Select(i => batch.Add<int>("m", i)).ToArray();

        await batch.SendAsync(new XmlRpcCallOptions { CancellationToken = Token });

        Assert.Equal(Enumerable.Range(0, 1000), entries.Select(entry => entry.Value));
        Assert.Equal("m", entries[0].Method);
        Assert.Equal([999], entries[999].Arguments);
    }

    private static XmlRpcClient Client(string result, XmlRpcClientOptions? options = null) =>
        new(new HttpClient(new FakeHandler(Answers.Of(result))), new Uri("http://host/"), options);

    private static async Task SendAsync(XmlRpcMulticall batch, bool async)
    {
        if (async)
        {
            await batch.SendAsync(Token);
        }
        else
        {
            batch.Send();
        }
    }
}
