using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.SystemMethods;

public sealed class IntrospectionTests
{
    [Fact]
    [Trait("Rule", "R60")]
    public async Task R60_ListMethods_GivesAllNamesButTheHidden()
    {
        await using var host = await StartAsync();

        var names = (await host.CallAsync("system.listMethods")).Value.AsArray().Select(name => name.AsString());

        Assert.Equal(
            [
                "add", "anything", "echo", "nothing",
                "system.getCapabilities", "system.listMethods", "system.methodHelp", "system.methodSignature", "system.multicall",
            ],
            names);
        Assert.Equal(1, (await host.CallAsync("hidden")).Value.AsInt32());
    }

    [Fact]
    [Trait("Rule", "R60")]
    public async Task R60_ListMethods_TakesNothing()
    {
        await using var host = await StartAsync();

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, (await host.CallAsync("system.listMethods", 1)).Fault?.Code);
    }

    [Theory]
    [Trait("Rule", "R61")]
    [InlineData("add", """[["int", "int", "int"]]""")]
    [InlineData("echo", """[["string", "string"]]""")]
    [InlineData("nothing", """[["boolean"]]""")]
    [InlineData("system.listMethods", """[["array"]]""")]
    [InlineData("system.methodSignature", """[["array", "string"]]""")]
    [InlineData("system.methodHelp", """[["string", "string"]]""")]
    [InlineData("system.multicall", """[["array", "array"]]""")]
    [InlineData("system.getCapabilities", """[["struct"]]""")]
    public async Task R61_MethodSignature_GivesTheTypesResultFirst(string method, string signatures)
    {
        await using var host = await StartAsync();

        Assert.Equal(signatures, (await host.CallAsync("system.methodSignature", method)).Value.ToString());
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_MethodSignature_OfNoResultWhereNilIsWritten_IsNil()
    {
        await using var host = await TestServerHost.StartAsync(
            methods =>
            {
                methods.Add("nothing", () => { });
                methods.Add("yes", () => true);
                methods.AddService(new Calculator());
            },
            options => options.Dialect = XmlRpcDialect.Strict with { WriteNil = true });

        Assert.Equal("""[["nil"]]""", (await host.CallAsync("system.methodSignature", "nothing")).Value.ToString());
        Assert.Equal("""[["boolean"]]""", (await host.CallAsync("system.methodSignature", "yes")).Value.ToString());
        Assert.True((await host.CallAsync("reset")).Value.IsNil);
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_MethodSignature_OfOptionalParameters_GivesOneForEachNumber()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddService(new Shapes()));

        Assert.Equal(
            """[["int", "int"], ["int", "int", "int"], ["int", "int", "int", "int"]]""",
            (await host.CallAsync("system.methodSignature", "ranged")).Value.ToString());
        Assert.Equal("undef", (await host.CallAsync("system.methodSignature", "many")).Value.AsString());
        Assert.Equal("""[["int", "int"], ["int", "string"]]""", (await host.CallAsync("system.methodSignature", "either")).Value.ToString());
    }

    [Fact]
    [Trait("Rule", "R62")]
    public async Task R62_MethodSignature_OfAnyTypes_IsUndef()
    {
        await using var host = await StartAsync();

        Assert.Equal("undef", (await host.CallAsync("system.methodSignature", "anything")).Value.AsString());
    }

    [Theory]
    [Trait("Rule", "R63")]
    [InlineData("add", "Adds <two> numbers.")]
    [InlineData("echo", "")]
    public async Task R63_MethodHelp_GivesTheText(string method, string help)
    {
        await using var host = await StartAsync();

        Assert.Equal(help, (await host.CallAsync("system.methodHelp", method)).Value.AsString());
    }

    [Theory]
    [Trait("Rule", "R63")]
    [InlineData("system.listMethods")]
    [InlineData("system.methodHelp")]
    [InlineData("system.methodSignature")]
    [InlineData("system.multicall")]
    [InlineData("system.getCapabilities")]
    public async Task R63_MethodHelp_OfTheServersOwnMethods_IsThere(string method)
    {
        await using var host = await StartAsync();

        Assert.NotEmpty((await host.CallAsync("system.methodHelp", method)).Value.AsString());
    }

    [Theory]
    [Trait("Rule", "R64")]
    [InlineData("system.methodHelp", "unknown")]
    [InlineData("system.methodHelp", "hidden")]
    [InlineData("system.methodSignature", "unknown")]
    [InlineData("system.methodSignature", "hidden")]
    [InlineData("system.methodSignature", "")]
    [InlineData("system.methodSignature", "größe")]
    public async Task R64_Introspection_OfUnknownMethod_IsNotFound(string introspection, string method)
    {
        await using var host = await StartAsync();

        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync(introspection, method)).Fault?.Code);
    }

    [Fact]
    [Trait("Rule", "R58")]
    [Trait("Rule", "R70")]
    public async Task R58_R70_GetCapabilities_ListsWhatIsFollowed()
    {
        await using var host = await StartAsync();

        var capabilities = (await host.CallAsync("system.getCapabilities")).Value.AsStruct();

        Assert.Equal(
            ["faults_interop", "introspect", "nil", "system.multicall", "xmlrpc"],
            capabilities.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(20010516, capabilities["faults_interop"]["specVersion"].AsInt32());
        Assert.All(capabilities.Values, capability =>
        {
            Assert.Equal(["specUrl", "specVersion"], capability.AsStruct().Keys);
            Assert.True(Uri.IsWellFormedUriString(capability["specUrl"].AsString(), UriKind.Absolute));
            Assert.Equal(XmlRpcKind.Int, capability["specVersion"].Kind);
        });
    }

    [Fact]
    [Trait("Rule", "R70")]
    public async Task R70_GetCapabilities_LeavesOutWhatIsOff()
    {
        await using var host = await StartAsync(options =>
        {
            options.Introspection = false;
            options.Multicall = false;
            options.Dialect = XmlRpcDialect.Strict with { ReadNil = false };
        });

        var capabilities = (await host.CallAsync("system.getCapabilities")).Value.AsStruct();

        Assert.Equal(["faults_interop", "xmlrpc"], capabilities.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("system.listMethods")]
    [InlineData("system.methodHelp")]
    [InlineData("system.methodSignature")]
    [InlineData("system.multicall")]
    public async Task Method_SwitchedOff_IsNotThere(string method)
    {
        await using var host = await StartAsync(options =>
        {
            options.Introspection = false;
            options.Multicall = false;
        });

        Assert.Equal(XmlRpcFaultCodes.MethodNotFound, (await host.CallAsync(method)).Fault?.Code);
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcServerOptions>? options = null) => TestServerHost.StartAsync(
        methods =>
        {
            methods.Add("echo", (string text) => text);
            methods.Add("add", (int a, int b) => a + b).WithHelp("Adds <two> numbers.");
            methods.Add("anything", (XmlRpcValue value) => value);
            methods.Add("nothing", () => { });
            methods.Add("hidden", () => 1).Hide();
        },
        options);
}
