using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.PythonServers;

/// <summary>Nearcall's client against Python's own server.</summary>
public sealed class PythonServerTests : IClassFixture<PythonServer>, IDisposable
{
    private readonly XmlRpcClient _client;

    public PythonServerTests(PythonServer server) =>
        _client = new XmlRpcClient(server.Url, new XmlRpcClientOptions { Dialect = XmlRpcDialect.Tolerant with { WriteNil = true } });

    public static TheoryData<XmlRpcValue, string, string> Values => new()
    {
        { 0, "int", "0" },
        { int.MinValue, "int", "-2147483648" },
        { true, "bool", "True" },
        { 0.1, "float", "0.1" },
        { -0.0, "float", "-0.0" },
        { 1e300, "float", "1e+300" },
        { double.Epsilon, "float", "5e-324" },
        { "", "str", "''" },
        { " blanks\t\n", "str", "' blanks\\t\\n'" },
        { "<&>\"']]>", "str", "'<&>\"\\']]>'" },
        { "gr\u00FC\u00DF \U0001F600", "str", "'gr\u00FC\u00DF \U0001F600'" },
        { new byte[] { 0, 255 }, "Binary", "" },
        { new XmlRpcDateTime(2026, 2, 4, 17, 53, 35), "DateTime", "<DateTime '20260204T17:53:35' at" },
        { XmlRpcValue.Nil, "NoneType", "None" },
        { XmlRpcArray.Empty, "list", "[]" },
        { XmlRpcArray.Create(1, "two", XmlRpcArray.Create(3.5)), "list", "[1, 'two', [3.5]]" },
        { new XmlRpcStruct(), "dict", "{}" },
        { new XmlRpcStruct { [""] = 1, ["<a b>"] = new XmlRpcStruct { ["c"] = false } }, "dict", "{'': 1, '<a b>': {'c': False}}" },
    };

    /// <summary>What Python reads and does not write: numbers beyond 32 bits, and a carriage return, which it writes raw.</summary>
    public static TheoryData<XmlRpcValue, string, string> ReadOnlyValues => new()
    {
        { long.MinValue, "int", "-9223372036854775808" },
        { "line\r\nline\r", "str", "'line\\r\\nline\\r'" },
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ReadOnlyValues), DisableDiscoveryEnumeration = true)]
    public async Task Describe_EveryKind_PythonSeesTheSameValue(XmlRpcValue value, string type, string representation)
    {
        var description = await _client.CallAsync<string[]>("describe", TestContext.Current.CancellationToken, value);

        Assert.Equal(type, description[0]);
        Assert.StartsWith(representation, description[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Echo_EveryKind_ComesBackUnchanged(XmlRpcValue value, string type, string representation)
    {
        var answer = await _client.CallAsync("echo", TestContext.Current.CancellationToken, value);

        Assert.True(value == answer, $"The {type} {representation} came back as {answer}.");
    }

    [Fact]
    public async Task Everything_StructFromPython_HasEveryKind()
    {
        var value = await _client.CallAsync<XmlRpcStruct>("everything", TestContext.Current.CancellationToken);

        var octets = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        Assert.Equal(
            new XmlRpcStruct
            {
                ["int"] = -5,
                ["boolean"] = true,
                ["double"] = 1e-7,
                ["string"] = "gr\u00FC\u00DF <&> ]]> \U0001F600",
                ["date"] = new XmlRpcDateTime(2026, 2, 4, 17, 53, 35),
                ["base64"] = octets,
                ["array"] = XmlRpcArray.Create(1, "two", XmlRpcArray.Create(3.5, XmlRpcArray.Empty)),
                ["struct"] = new XmlRpcStruct { [""] = new XmlRpcStruct(), ["a b<"] = 1 },
            },
            value);
    }

    [Fact]
    public async Task Call_TypedResults_AreReadStraightIntoTheirTypes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        Assert.Equal(15, await _client.CallAsync<int>("add", cancellationToken, 10, 5));
        Assert.Equal(3.5, await _client.CallAsync<double>("add", cancellationToken, 1.5, 2));
        Assert.Equal("ab", _client.Call<string>("add", "a", "b"));
        Assert.Equal([1, 2], await _client.CallAsync<List<int>>("echo", cancellationToken, XmlRpcArray.Create(1, 2)));
        Assert.Equal(
            new Dictionary<string, int> { ["a"] = 1 },
            await _client.CallAsync<Dictionary<string, int>>("echo", cancellationToken, new XmlRpcStruct { ["a"] = 1 }));
        Assert.Equal(
            new DateTime(2026, 2, 4),
            await _client.CallAsync<DateTime>("echo", cancellationToken, new XmlRpcDateTime(2026, 2, 4)));
        Assert.Null(await _client.CallAsync<int?>("nothing", cancellationToken));
        Assert.True((await _client.CallAsync("nothing", cancellationToken)).IsNil);
    }

    [Fact]
    public async Task Fault_RaisedByPython_CarriesCodeAndText()
    {
        var fault = await Assert.ThrowsAsync<XmlRpcFaultException>(
            () => _client.CallAsync("fail", TestContext.Current.CancellationToken, -7, "not <now> \u00FC"));

        Assert.Equal((-7, "not <now> \u00FC"), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task Fault_ExceptionInPython_CarriesItsText()
    {
        var answer = await _client.TryCallAsync("crash", TestContext.Current.CancellationToken);

        Assert.Equal(1, answer.Fault?.Code);
        Assert.Contains("a crash: <&>", answer.Fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_UnknownMethod_IsPythonsFault()
    {
        var answer = await _client.TryCallAsync("no.such.method", TestContext.Current.CancellationToken);

        Assert.Contains("not supported", answer.Fault?.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R66")]
    [Trait("Rule", "R67")]
    public async Task Multicall_MixedOutcomes_GivesEachEntryItsOwn()
    {
        var batch = _client.Multicall();
        var sum = batch.Add<int>("add", 10, 5);
        var failure = batch.Add<int>("fail", 42, "It failed");
        var echo = batch.Add("echo", new XmlRpcStruct { ["a"] = XmlRpcArray.Create(XmlRpcValue.Nil) });

        await batch.SendAsync(TestContext.Current.CancellationToken);

        Assert.Equal(15, sum.Value);
        Assert.Equal((42, "It failed"), (failure.Result.Fault!.Code, failure.Result.Fault.Text));
        Assert.Equal(new XmlRpcStruct { ["a"] = XmlRpcArray.Create(XmlRpcValue.Nil) }, echo.Value);
    }

    [Fact]
    [Trait("Rule", "R60")]
    [Trait("Rule", "R62")]
    [Trait("Rule", "R63")]
    public async Task Introspection_PythonServer_GivesNamesAndHelpAndNoSignatures()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        var methods = await _client.Introspection.ListMethodsAsync(cancellationToken);
        Assert.Contains("add", methods);
        Assert.Contains("system.multicall", methods);
        Assert.Equal("Adds two numbers.", await _client.Introspection.MethodHelpAsync("add", cancellationToken));
        Assert.Equal("", await _client.Introspection.MethodHelpAsync("echo", cancellationToken));
        Assert.Empty(await _client.Introspection.MethodSignatureAsync("add", cancellationToken));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(5_000_000)]
    public async Task Echo_BigAnswer_IsReadWhole(int length)
    {
        var text = await _client.CallAsync<string>("big", TestContext.Current.CancellationToken, length);

        Assert.Equal(length, text.Length);
        Assert.DoesNotContain(text, character => character != 'x');
    }

    [Fact]
    public async Task Echo_BigArgument_ComesBackUnchanged()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => (char)('a' + (i % 26))));

        Assert.Equal(text, await _client.CallAsync<string>("echo", TestContext.Current.CancellationToken, text));
    }
}
