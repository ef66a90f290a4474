using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class XmlRpcIntrospectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R60")]
    public async Task R60_ListMethods_GivesNames()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array("add", "system.listMethods"))));
        using var client = new XmlRpcClient(server.Url);

        Assert.Equal(["add", "system.listMethods"], await client.Introspection.ListMethodsAsync(Token));
        Assert.Contains("<methodName>system.listMethods</methodName><params></params>", server.Request.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_MethodSignature_GivesAListForEach()
    {
        using var client = Client(Answers.Array(Answers.Array("int", "int", "int"), Answers.Array("double")));

        Assert.Equal([["int", "int", "int"], ["double"]], await client.Introspection.MethodSignatureAsync("add", Token));
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_FlatSignature_IsReadByTheTolerantAlone()
    {
        var answer = Answers.Array("int", "string");
        using var tolerant = Client(answer);
        using var strict = Client(answer, new XmlRpcClientOptions { Dialect = XmlRpcDialect.Strict });

        Assert.Equal([["int", "string"]], await tolerant.Introspection.MethodSignatureAsync("m", Token));
        var exception = await Assert.ThrowsAsync<XmlRpcFormatException>(() => strict.Introspection.MethodSignatureAsync("m", Token));
        Assert.Equal("R61", exception.Rule);
        Assert.Equal("XmlRpcDialect.AllowFlatSignature", exception.Switch);
    }

    [Theory]
    [InlineData("<array><data><value><int>1</int></value></data></array>")]
    [InlineData("<array><data><value><array><data><value><int>1</int></value></data></array></value></data></array>")]
    [InlineData("<array><data><value>int</value><value><int>1</int></value></data></array>")]
    [Trait("Rule", "R61")]
    public async Task R61_NoSignature_IsRefused(string answer)
    {
        using var client = Client(answer);

        Assert.Equal("R61", (await Assert.ThrowsAsync<XmlRpcFormatException>(() => client.Introspection.MethodSignatureAsync("m", Token))).Rule);
    }

    [Theory]
    [InlineData("<string>undef</string>")]
    [InlineData("undef")]
    [InlineData("<boolean>0</boolean>")]
    [InlineData("<nil/>")]
    [InlineData("<struct></struct>")]
    [InlineData("<array><data></data></array>")]
    [Trait("Rule", "R62")]
    public async Task R62_UnknownSignature_IsNone(string answer)
    {
        using var client = Client(answer);

        Assert.Empty(await client.Introspection.MethodSignatureAsync("m", Token));
    }

    [Theory]
    [InlineData("<string>Adds &lt;b&gt;two&lt;/b&gt; numbers.</string>", "Adds <b>two</b> numbers.")]
    [InlineData("<string></string>", "")]
    [InlineData("<boolean>0</boolean>", "")]
    [Trait("Rule", "R63")]
    public async Task R63_MethodHelp_IsText(string answer, string expected)
    {
        using var client = Client(answer);

        Assert.Equal(expected, await client.Introspection.MethodHelpAsync("m", Token));
    }

    [Fact]
    [Trait("Rule", "R64")]
    public async Task R64_UnknownMethod_IsAFault()
    {
        using var http = new HttpClient(new FakeHandler(Answers.Fault));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        await Assert.ThrowsAsync<XmlRpcFaultException>(() => client.Introspection.MethodHelpAsync("m", Token));
    }

    [Fact]
    [Trait("Rule", "R70")]
    public async Task R70_Capabilities_AreReadAsFarAsTheyGo()
    {
        static string Member(string name, string value) => $"<member><name>{name}</name><value>{value}</value></member>";
        using var client = Client(
            "<struct>"
            + Member("faults_interop", $"<struct>{Member("specUrl", "http://x/")}{Member("specVersion", "<int>20010516</int>")}</struct>")
            + Member("odd", $"<struct>{Member("specUrl", "<int>1</int>")}{Member("specVersion", "one")}</struct>")
            + Member("empty", "<struct></struct>")
            + Member("none", "<boolean>1</boolean>")
            + "</struct>");

        var capabilities = await client.Introspection.GetCapabilitiesAsync(Token);

        Assert.Equal(new XmlRpcCapability("http://x/", 20010516), capabilities["faults_interop"]);
        Assert.Equal(new XmlRpcCapability("", 0), capabilities["odd"]);
        Assert.Equal(new XmlRpcCapability("", 0), capabilities["empty"]);
        Assert.Equal(3, capabilities.Count);
    }

    [Fact]
    public async Task Methods_WithoutAName_AreRefused()
    {
        using var client = new XmlRpcClient("http://host/");

        await Assert.ThrowsAsync<ArgumentException>(() => client.Introspection.MethodHelpAsync("", Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.Introspection.MethodSignatureAsync(null!, Token));
    }

    private static XmlRpcClient Client(string result, XmlRpcClientOptions? options = null) =>
        new(new HttpClient(new FakeHandler(Answers.Of(result))), new Uri("http://host/"), options);
}
