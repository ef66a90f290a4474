using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.SystemMethods;

public sealed class MulticallTests
{
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

        var results = (await CallAsync(host, ("add", [1]), ("fail", []), ("crash", []), ("unknown", []), ("unwritable", []), ("add", ["a", 2]), ("add", [1, 2]))).Value;

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

        var results = (await SendEntriesAsync(
            host,
            "<struct><member><name>methodName</name><value>add</value></member><member><name>params</name><value><array><data>"
                + "<value><int>1</int></value><value><int>x</int></value></data></array></value></member></struct>",
            AddEntry)).Value;

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
    [InlineData("<array><data/></array>")]
    [InlineData("<nil/>")]
    [InlineData("<struct/>")]
    [InlineData("<struct><member><name>methodName</name><value>add</value></member></struct>")]
    [InlineData("<struct><member><name>params</name><value><array><data/></array></value></member></struct>")]
    [InlineData("<struct><member><name>methodName</name><value><int>1</int></value></member><member><name>params</name><value><array><data/></array></value></member></struct>")]
    [InlineData("<struct><member><name>methodName</name><value>echo</value></member><member><name>params</name><value>x</value></member></struct>")]
    [InlineData("<struct><member><name>methodName</name><value>echo</value></member><member><name>params</name><value><struct/></value></member></struct>")]
    [InlineData("<struct><member><name>methodname</name><value>nothing</value></member><member><name>params</name><value><array><data/></array></value></member></struct>")]
    public async Task R69_Multicall_EntryThatIsNoCall_FaultsAlone(string entry)
    {
        await using var host = await StartAsync();

        var results = (await SendEntriesAsync(host, entry, AddEntry)).Value;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[0]["faultCode"].AsInt32());
        Assert.Equal(3, results[1][0].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R69")]
    public async Task R69_Multicall_EntryWithoutParams_RunsWhereTheDialectAllows()
    {
        await using var host = await StartAsync(options => options.Dialect = XmlRpcDialect.Strict with { AllowMulticallWithoutParams = true });
        const string Entry = "<struct><member><name>methodName</name><value>{0}</value></member></struct>";

        var results = (await SendEntriesAsync(
            host, Entry.Replace("{0}", "nothing", StringComparison.Ordinal), Entry.Replace("{0}", "add", StringComparison.Ordinal))).Value;

        Assert.True(results[0][0].AsBoolean());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[1]["faultCode"].AsInt32());
    }

    [Fact]
    public async Task Multicall_MembersInAnyOrderAndUnknownOnes_AreTaken()
    {
        await using var host = await StartAsync();

        var results = (await SendEntriesAsync(
            host,
            "<struct><member><name>id</name><value><struct><member><name>methodName</name><value>x</value></member></struct></value></member>"
                + "<member><name>params</name><value><array><data><value><int>4</int></value> <value><int>5</int></value></data></array></value></member>"
                + "<member><name>method&#78;ame</name><value><string>a<![CDATA[dd]]></string></value></member></struct>")).Value;

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

        var results = (await SendEntriesAsync(
            host,
            "<struct><member><name>methodName</name><value>add</value></member><member><name>params</name><value><array><data>"
                + "<value><int>1</int></value><value><int>2</int></value></data></array></value></member>"
                + "<member><name>params</name><value><array><data><value><int>10</int></value><value><int>20</int></value></data></array></value></member>"
                + "</struct>",
            "<struct><member><name>methodName</name><value>add</value></member><member><name>methodName</name><value>add</value></member>"
                + "<member><name>params</name><value><array><data><value><int>1</int></value><value><int>2</int></value></data></array></value></member>"
                + "</struct>")).Value;

        Assert.Equal(expected, results[0].Kind == XmlRpcKind.Array ? results[0][0].AsInt32() : null);
        Assert.Equal(policy == XmlRpcDuplicateMembers.Refuse, results[1].Kind == XmlRpcKind.Struct);
    }

    [Fact]
    public async Task Multicall_MessageMalformedAtItsEnd_RunsNothing()
    {
        await using var host = await StartAsync();

        var result = await host.SendAsync(
            $"<methodCall><methodName>system.multicall</methodName><params><param><value><array><data><value>{AddEntry}</value></data></array></value></param></params></methodCal>");

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

        var results = (await CallAsync(host, ("system.methodHelp", ["add"]), ("system.listMethods", []), ("system.methodHelp", ["none"]))).Value;

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

    private const string AddEntry =
        "<struct><member><name>methodName</name><value>add</value></member><member><name>params</name><value><array><data>"
        + "<value><int>1</int></value><value><int>2</int></value></data></array></value></member></struct>";

    private static Task<XmlRpcResult<XmlRpcValue>> CallAsync(TestServerHost host, params (string Method, XmlRpcValue[] Arguments)[] calls) =>
        host.CallAsync("system.multicall", Multi.Call(calls));

    private static Task<XmlRpcResult<XmlRpcValue>> SendEntriesAsync(TestServerHost host, params string[] entries) => host.SendAsync(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>"
            + string.Concat(entries.Select(entry => $"<value>{entry}</value>"))
            + "</data></array></value></param></params></methodCall>");

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
