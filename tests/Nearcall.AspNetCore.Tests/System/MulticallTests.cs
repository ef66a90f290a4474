using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.SystemMethods;

public sealed class MulticallTests
{
    private const string Empty = "<array><data/></array>";

    private static readonly string AddOneAndTwo = Struct("methodName", "add", "params", Items("<int>1</int>", "<int>2</int>"));

    private readonly List<string> _calls = [];

    [Fact]
    [Trait("Rule", "R65")]
    [Trait("Rule", "R66")]
    public async Task R65_R66_Multicall_GivesAResultForEachInOrder()
    {
        await using var host = await StartAsync();

        var result = await CallAsync(host, ("add", [1, 2]), ("echo", ["x"]), ("add", [3, 4]), ("nothing", []));

        Assert.Equal("""[[3], ["x"], [7], [true]]""", result.Value.ToString());
        Assert.Equal(["add", "echo", "add"], _calls);
    }

    [Fact]
    [Trait("Rule", "R65")]
    public async Task R65_Multicall_Empty_GivesNothing()
    {
        await using var host = await StartAsync();

        Assert.Equal("[]", (await CallAsync(host)).Value.ToString());
    }

    [Theory]
    [Trait("Rule", "R65")]
    [InlineData("<params/>")]
    [InlineData("<params><param><value>x</value></param></params>")]
    [InlineData("<params><param><value><struct/></value></param></params>")]
    [InlineData("<params><param><value><array><data/></array></value></param><param><value>x</value></param></params>")]
    public async Task R65_Multicall_OfAnotherForm_HasInvalidParameters(string parameters)
    {
        await using var host = await StartAsync();

        var result = await host.SendAsync($"<methodCall><methodName>system.multicall</methodName>{parameters}</methodCall>");

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, result.Fault?.Code);
    }

    [Fact]
    [Trait("Rule", "R65")]
    [Trait("Threat", "S18")]
    public async Task R65_Multicall_OverItsLimit_IsRefusedWhole()
    {
        await using var host = await StartAsync(options => options.Limits = new XmlRpcLimits { MaxMulticallEntries = 20 });
        var calls = Enumerable.Repeat(("add", new XmlRpcValue[] { 1, 2 }), 21).ToArray();

        var many = await CallAsync(host, calls);
        Assert.Empty(_calls);
        var most = await CallAsync(host, calls[1..]);

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, many.Fault?.Code);
        Assert.Equal(20, most.Value.AsArray().Count);
    }

    [Fact]
    [Trait("Rule", "R67")]
    public async Task R67_Multicall_EntryThatFails_DoesNotStopTheOthersAndLeavesNoHalfResult()
    {
        await using var host = await StartAsync();

        var results = (await CallAsync(
            host,
            ("add", [1]), ("fail", []), ("crash", []), ("unknown", []), ("unwritable", []), ("add", ["a", 2]), ("add", [1, 2]))).Value;

        Assert.Equal(
            [
                XmlRpcFaultCodes.InvalidParameters, 42, XmlRpcFaultCodes.ApplicationError, XmlRpcFaultCodes.MethodNotFound,
                XmlRpcFaultCodes.InternalError, XmlRpcFaultCodes.InvalidParameters,
            ],
            results.AsArray().SkipLast(1).Select(result => result["faultCode"].AsInt32()));
        Assert.Equal(3, results[6][0].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R67")]
    public async Task R67_Multicall_EntryWithMalformedScalar_FaultsAlone()
    {
        await using var host = await StartAsync();

        var malformed = Struct("methodName", "add", "params", Items("<int>1</int>", "<int>x</int>"));

        var results = (await SendEntriesAsync(host, malformed, AddOneAndTwo)).Value;

        Assert.NotEqual(0, results[0]["faultCode"].AsInt32());
        Assert.Contains("params[1]", results[0]["faultString"].AsString(), StringComparison.Ordinal);
        Assert.Equal(3, results[1][0].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R68")]
    [Trait("Threat", "S19")]
    public async Task R68_Multicall_WithinAnother_FaultsAlone()
    {
        await using var host = await StartAsync();

        var results = (await CallAsync(host, ("system.multicall", [Multi.Call(("add", [1, 2]))]), ("add", [1, 2]))).Value;

        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, results[0]["faultCode"].AsInt32());
        Assert.Equal(3, results[1][0].AsInt32());
        Assert.Equal(["add"], _calls);
    }

    [Theory]
    [Trait("Rule", "R69")]
    [InlineData("text")]
    [InlineData("<nil/>")]
    [InlineData("<array><data/></array>")]
    [InlineData("<struct/>")]
    [InlineData("<struct>", "methodName", "add")]
    [InlineData("<struct>", "params", Empty)]
    [InlineData("<struct>", "methodName", "<int>1</int>", "params", Empty)]
    [InlineData("<struct>", "methodName", "echo", "params", "x")]
    [InlineData("<struct>", "methodName", "echo", "params", "<struct/>")]
    [InlineData("<struct>", "methodname", "nothing", "params", Empty)]
    public async Task R69_Multicall_EntryThatIsNoCall_FaultsAlone(string value, params string[] members)
    {
        await using var host = await StartAsync();

        var results = (await SendEntriesAsync(host, members.Length == 0 ? value : Struct(members), AddOneAndTwo)).Value;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[0]["faultCode"].AsInt32());
        Assert.Equal(3, results[1][0].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R69")]
    public async Task R69_Multicall_EntryWithoutParams_RunsWhereTheDialectAllows()
    {
        await using var host = await StartAsync(Allow);

        var results = (await SendEntriesAsync(host, Struct("methodName", "nothing"), Struct("methodName", "add"))).Value;

        Assert.True(results[0][0].AsBoolean());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[1]["faultCode"].AsInt32());

        static void Allow(XmlRpcServerOptions options) =>
            options.Dialect = XmlRpcDialect.Strict with { AllowMulticallWithoutParams = true };
    }

    [Fact]
    public async Task Multicall_MembersInAnyOrderAndUnknownOnes_AreTaken()
    {
        await using var host = await StartAsync();

        var results = (await SendEntriesAsync(
            host,
            Struct(
                "id", Struct("methodName", "x"),
                "params", Items("<int>4</int>", "<int>5</int>"),
                "method&#78;ame", "<string>a<![CDATA[dd]]></string>"))).Value;

        Assert.Equal("[[9]]", results.ToString());
    }

    [Theory]
    [Trait("Rule", "R36")]
    [Trait("Threat", "S31")]
    [InlineData(XmlRpcDuplicateMembers.Refuse, null)]
    [InlineData(XmlRpcDuplicateMembers.KeepFirst, 3)]
    [InlineData(XmlRpcDuplicateMembers.KeepLast, 30)]
    public async Task R36_Multicall_MembersTwice_GoByTheDialect(XmlRpcDuplicateMembers policy, int? expected)
    {
        await using var host = await StartAsync(options => options.Dialect = XmlRpcDialect.Strict with { DuplicateMembers = policy });

        var one = Items("<int>1</int>", "<int>2</int>");
        var ten = Items("<int>10</int>", "<int>20</int>");

        var results = (await SendEntriesAsync(
            host,
            Struct("methodName", "add", "params", one, "params", ten),
            Struct("methodName", "add", "methodName", "add", "params", one))).Value;

        Assert.Equal(expected, results[0].Kind == XmlRpcKind.Array ? results[0][0].AsInt32() : null);
        Assert.Equal(policy == XmlRpcDuplicateMembers.Refuse, results[1].Kind == XmlRpcKind.Struct);
    }

    [Fact]
    public async Task Multicall_MessageMalformedAtItsEnd_RunsNothing()
    {
        await using var host = await StartAsync();

        var result = await host.SendAsync(Message.Text("system.multicall", Items(AddOneAndTwo))[..^1]);

        Assert.Equal(XmlRpcFaultCodes.NotWellFormed, result.Fault?.Code);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task Multicall_EntriesOneAfterAnother_ShareTheRequestsServices()
    {
        var running = 0;
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("m", async (XmlRpcCallContext context) =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                await Task.Yield();
                Interlocked.Decrement(ref running);
                return ++context.Services.GetRequiredService<Scoped>().Count;
            }),
            services: services => services.AddScoped<Scoped>());

        Assert.Equal("[[1], [2], [3]]", (await CallAsync(host, ("m", []), ("m", []), ("m", []))).Value.ToString());
    }

    [Fact]
    public async Task Multicall_OfSystemMethods_Runs()
    {
        await using var host = await StartAsync();

        var results = (await CallAsync(
            host, ("system.methodHelp", ["add"]), ("system.listMethods", []), ("system.methodHelp", ["none"]))).Value;

        Assert.Equal("", results[0][0].AsString());
        Assert.Equal(XmlRpcKind.Array, results[1][0].Kind);
        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, results[2]["faultCode"].AsInt32());
    }

    [Fact]
    public async Task Multicall_OfAThousandFaults_SaysForEachWhere()
    {
        await using var host = await StartAsync();
        var calls = Enumerable.Repeat(("add", new XmlRpcValue[] { 1, "x" }), 1000).ToArray();

        var results = (await CallAsync(host, calls)).Value.AsArray();

        Assert.Equal(1000, results.Count);
        Assert.All(results, result => Assert.Contains("params[1]", result["faultString"].AsString(), StringComparison.Ordinal));
        Assert.Equal(1000, results.Select(result => result["faultString"].AsString()).Distinct().Count());
    }

    private static string Items(params string[] values) =>
        $"<array><data>{string.Concat(values.Select(value => $"<value>{value}</value>"))}</data></array>";

    private static string Struct(params string[] members) =>
        "<struct>"
        + string.Concat(members.Chunk(2).Select(pair => $"<member><name>{pair[0]}</name><value>{pair[1]}</value></member>"))
        + "</struct>";

    private static Task<XmlRpcResult<XmlRpcValue>> CallAsync(
        TestServerHost host, params (string Method, XmlRpcValue[] Arguments)[] calls) =>
        host.CallAsync("system.multicall", Multi.Call(calls));

    private static Task<XmlRpcResult<XmlRpcValue>> SendEntriesAsync(TestServerHost host, params string[] entries) =>
        host.SendAsync(Message.Text("system.multicall", Items(entries)));

    private Task<TestServerHost> StartAsync(Action<XmlRpcServerOptions>? options = null) => TestServerHost.StartAsync(
        methods =>
        {
            methods.Add("add", (int a, int b) =>
            {
                _calls.Add("add");
                return a + b;
            });
            methods.Add("echo", (string text) =>
            {
                _calls.Add("echo");
                return text;
            });
            methods.Add("nothing", () => { });
            methods.Add("fail", int () => throw new XmlRpcFaultException(42, "It failed"));
            methods.Add("crash", int () => throw new InvalidOperationException());
            methods.Add("unwritable", () => new XmlRpcStruct { ["fine"] = "text", ["big"] = 5_000_000_000L });
        },
        options);

    private sealed class Scoped
    {
        public int Count { get; set; }
    }
}
