namespace Nearcall.AspNetCore.Tests.Endpoints;

public sealed class MessageRulesTests
{
    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("<methodResponse><params><param><value>a</value></param></params></methodResponse>")]
    [InlineData("<call/>")]
    [InlineData("<methodcall><methodName>echo</methodName></methodcall>")]
    public async Task R06_Root_NotMethodCall_IsInvalid(string body) => await AssertFault(XmlRpcFaultCodes.InvalidMessage, body);

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("<methodCall><methodName>echo</methodName></methodCall><methodCall/>")]
    [InlineData("<methodCall><methodName>count</methodName></methodCall>junk")]
    [InlineData("<methodCall><methodName>count</methodName></methodCall")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task R06_Document_NotOneRoot_IsNotWellFormed(string body)
    {
        await using var host = await StartAsync();

        var fault = (await host.SendAsync(body)).Fault;

        Assert.True(fault?.Code is XmlRpcFaultCodes.NotWellFormed or XmlRpcFaultCodes.InvalidMessage, fault?.ToString());
    }

    [Theory]
    [Trait("Rule", "R07")]
    [InlineData("<methodCall/>")]
    [InlineData("<methodCall></methodCall>")]
    [InlineData("<methodCall><methodName></methodName></methodCall>")]
    [InlineData("<methodCall><methodName/></methodCall>")]
    [InlineData("<methodCall><params/></methodCall>")]
    [InlineData("<methodCall><methodName>count</methodName><methodName>count</methodName></methodCall>")]
    public async Task R07_MethodName_NotOne_IsInvalid(string body) => await AssertFault(XmlRpcFaultCodes.InvalidMessage, body);

    [Theory]
    [Trait("Rule", "R08")]
    [InlineData("a b")]
    [InlineData("a-b")]
    [InlineData("ä")]
    [InlineData(" count")]
    public async Task R08_MethodName_OutsideTheAlphabet_IsInvalid(string name) =>
        await AssertFault(XmlRpcFaultCodes.InvalidMessage, $"<methodCall><methodName>{name}</methodName></methodCall>");

    [Fact]
    [Trait("Rule", "R08")]
    public async Task R08_MethodName_OutsideTheAlphabet_IsServedWhereTheDialectAllows()
    {
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("größe", () => 7),
            options => options.Dialect = XmlRpcDialect.Strict with { AllowAnyMethodName = true, AllowMethodNameWhiteSpace = true });

        var result = await host.SendAsync("<methodCall><methodName> gr&#246;ße </methodName></methodCall>");

        Assert.Equal(7, result.Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R09")]
    [Trait("Threat", "S14")]
    [Trait("Threat", "S15")]
    [InlineData("echo.ToString")]
    [InlineData("echo/../count")]
    [InlineData("Echo")]
    [InlineData("ech")]
    [InlineData("echoo")]
    [InlineData("echo.")]
    [InlineData("__class__.__init__")]
    [InlineData("supervisor.supervisord.options.warnings.linecache.os.system")]
    public async Task R09_MethodName_IsLookedUpWholeAndExactly(string name) =>
        await AssertFault(XmlRpcFaultCodes.MethodNotFound, $"<methodCall><methodName>{name}</methodName></methodCall>");

    [Fact]
    [Trait("Rule", "R09")]
    public async Task R09_MethodName_WithDotsAndSlashes_HasNoMeaningOfItsOwn()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("a.b/c:d_1", () => 1);
            methods.Add("a.b", () => 2);
            methods.Add("a", () => 3);
        });

        Assert.Equal(1, (await host.CallAsync("a.b/c:d_1")).Value.AsInt32());
        Assert.Equal(2, (await host.CallAsync("a.b")).Value.AsInt32());
        Assert.Equal(3, (await host.CallAsync("a")).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R10")]
    [InlineData("<methodCall><methodName>count</methodName></methodCall>")]
    [InlineData("<methodCall><methodName>count</methodName><params/></methodCall>")]
    [InlineData("<methodCall><methodName>count</methodName><params></params></methodCall>")]
    [InlineData("<?xml version='1.0'?>\n<methodCall>\n <methodName>count</methodName>\n <params>\n </params>\n</methodCall>\n")]
    public async Task R10_Params_MissingOrEmpty_AreNone(string body)
    {
        await using var host = await StartAsync();

        Assert.Equal(0, (await host.SendAsync(body)).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R11")]
    [InlineData("<param></param>")]
    [InlineData("<param/>")]
    [InlineData("<param><value>a</value><value>b</value></param>")]
    [InlineData("<value>a</value>")]
    [InlineData("<param>text</param>")]
    public async Task R11_Param_NotOneValue_IsInvalid(string param) => await AssertFault(
        XmlRpcFaultCodes.InvalidMessage, $"<methodCall><methodName>echo</methodName><params>{param}</params></methodCall>");

    [Fact]
    [Trait("Rule", "R11")]
    public async Task R11_Params_AnyNumber_AreRead()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddCatchAll(context => context.ReadArguments().Count));
        var many = Enumerable.Range(0, 1000).Select(number => (XmlRpcValue)number).ToArray();

        Assert.Equal(1000, (await host.CallAsync("anything", many)).Value.AsInt32());
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData("<methodCall><methodName>echo</methodName><params></methodCall>", XmlRpcFaultCodes.NotWellFormed)]
    [InlineData("<methodCall a='1' a='2'/>", XmlRpcFaultCodes.NotWellFormed)]
    [InlineData("<?xml version=\"1.0\" encoding=\"x-unknown\"?><methodCall/>", XmlRpcFaultCodes.UnsupportedEncoding)]
    [InlineData("<methodCall><methodName>\u0001</methodName></methodCall>", XmlRpcFaultCodes.InvalidCharacter)]
    public async Task R54_Xml_Malformed_HasItsCode(string body, int code) => await AssertFault(code, body);

    [Fact]
    [Trait("Rule", "R51")]
    [Trait("Threat", "S01")]
    public async Task R51_Doctype_IsRefused() => await AssertFault(
        XmlRpcFaultCodes.NotWellFormed,
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><methodCall><methodName>echo</methodName></methodCall>");

    [Fact]
    public async Task Fault_OfMalformedMessage_SaysWhatAndWhereAndByWhichRule()
    {
        await using var host = await StartAsync();

        var fault = (await host.SendAsync(
            "<methodCall><methodName>add</methodName><params><param><value><int>1</int></value></param>"
                + "<param><value><int>1x</int></value></param></params></methodCall>")).Fault!;

        Assert.Contains("params[1]", fault.Text, StringComparison.Ordinal);
        Assert.Contains("R13", fault.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("XmlRpc", fault.Text, StringComparison.Ordinal);
    }

    private static async Task AssertFault(int code, string body)
    {
        await using var host = await StartAsync();

        var fault = (await host.SendAsync(body)).Fault;

        Assert.Equal(code, fault?.Code);
    }

    private static Task<TestServerHost> StartAsync() => TestServerHost.StartAsync(methods =>
    {
        methods.Add("echo", (XmlRpcValue value) => value);
        methods.Add("add", (int a, int b) => a + b);
        methods.Add("count", () => 0);
    });
}
