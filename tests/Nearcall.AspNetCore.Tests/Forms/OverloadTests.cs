using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;

namespace Nearcall.AspNetCore.Tests.Forms;

/// <summary>Several methods of one name: which of them a call goes to, and what is said where none or two would do.</summary>
public sealed class OverloadTests
{
    public static TheoryData<string, string> Numbers => new()
    {
        { "<int>1</int>", "int" },
        { "<i4>1</i4>", "int" },
        { "<i8>1</i8>", "double" },
        { "<double>1.5</double>", "double" },
        { "one", "text" },
        { "<string>one</string>", "text" },
        { "<boolean>1</boolean>", "any" },
        { "<nil/>", "any" },
        { "<struct></struct>", "struct" },
        { "<array><data></data></array>", "array" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Call_OneArgument_GoesToTheFormOfItsKind(string value, string expected)
    {
        await using var host = await StartAsync<OfOneArgument>();

        Assert.Equal(expected, (await host.SendAsync(Message.Text("m", value))).Value.AsString());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("one", 1)]
    [InlineData("two", 1, 2)]
    public async Task Call_AnotherNumberOfArguments_GoesToTheFormOfThatNumber(string expected, params int[] arguments)
    {
        await using var host = await StartAsync<OfNumber>();

        Assert.Equal(expected, (await host.CallAsync("m", [.. arguments.Select(number => (XmlRpcValue)number)])).Value.AsString());
    }

    [Theory]
    [InlineData("optional", 1)]
    [InlineData("optional", 1, 2)]
    [InlineData("variadic")]
    [InlineData("variadic", 1, 2, 3)]
    public async Task Call_OptionalAndVariadicForms_PrefersTheOneThatNamesItsParameters(string expected, params int[] arguments)
    {
        await using var host = await StartAsync<OptionalOrVariadic>();

        Assert.Equal(expected, (await host.CallAsync("m", [.. arguments.Select(number => (XmlRpcValue)number)])).Value.AsString());
    }

    [Theory]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public async Task Call_ManyArguments_GoesToTheFormThatTakesThem(int count)
    {
        await using var host = await StartAsync<OptionalOrVariadic>();

        Assert.Equal("variadic", (await host.CallAsync("m", [.. Enumerable.Repeat((XmlRpcValue)1, count)])).Value.AsString());
        Assert.False((await host.CallAsync("m", [.. Enumerable.Repeat((XmlRpcValue)1, count), "last"])).IsSuccess);
    }

    [Theory]
    [InlineData("<int>1</int>", "long")]
    [InlineData("<i8>1</i8>", "long")]
    [InlineData("<double>1</double>", "double")]
    [InlineData("<nil/>", "nullable")]
    public async Task Call_NoFormOfItsKind_GoesToTheNearest(string value, string expected)
    {
        await using var host = await StartAsync<Wider>();

        Assert.Equal(expected, (await host.SendAsync(Message.Text("m", value))).Value.AsString());
    }

    [Fact]
    public async Task Call_WithinMulticall_IsChosenForTheEntry()
    {
        await using var host = await StartAsync<OfOneArgument>();

        var result = await host.CallAsync("system.multicall", Multi.Call(("m", [1]), ("m", ["one"]), ("m", [])));

        var results = result.Value.AsArray();
        Assert.Equal("int", results[0].AsArray()[0].AsString());
        Assert.Equal("text", results[1].AsArray()[0].AsString());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[2].AsStruct()["faultCode"].AsInt32());
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Call_NoFormTakesIt_ListsTheFormsAndWhatCame()
    {
        await using var host = await StartAsync<OptionalOrVariadic>();

        var fault = (await host.CallAsync("m", 1, "two")).Fault;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault?.Code);
        Assert.Equal(
            "No form of 'm' takes the arguments (int, string). Its forms are m(int number, [int more]); m([int numbers …]).", fault?.Text);
    }

    [Fact]
    public async Task Call_Malformed_IsRefusedAsThat()
    {
        await using var host = await StartAsync<OfOneArgument>();

        var fault = (await host.SendAsync("<methodCall><methodName>m</methodName><params><param><value>1</param></params></methodCall>")).Fault;

        Assert.Equal(XmlRpcFaultCodes.NotWellFormed, fault?.Code);
    }

    [Fact]
    [Trait("Rule", "R61")]
    public async Task R61_MethodSignature_OfSeveralForms_ListsAll()
    {
        await using var host = await StartAsync<OfNumber>();

        var signatures = (await host.CallAsync("system.methodSignature", "m")).Value;

        Assert.Equal("""[["string"], ["string", "int"], ["string", "int", "int"]]""", signatures.ToString());
    }

    [Fact]
    [Trait("Rule", "R62")]
    public async Task R62_MethodSignature_OneFormOfAnyNumber_IsUndefined()
    {
        await using var host = await StartAsync<OptionalOrVariadic>();

        Assert.Equal("undef", (await host.CallAsync("system.methodSignature", "m")).Value.AsString());
    }

    [Fact]
    public async Task Mapping_FormsOfTheSameKinds_IsRefused() => await AssertRefusedAsync<Same>("m(int number) and m(int number)");

    [Fact]
    public async Task Mapping_VariadicFormsWithoutArguments_IsRefused() => await AssertRefusedAsync<TwoVariadic>("cannot be told apart");

    [Fact]
    public async Task Mapping_AFormThatTakesAStream_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestServerHost.StartAsync(methods => methods.AddService<Store>()));

        Assert.Contains("put(base64 octets) takes a stream", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AFormThatSendsItsResultInParts_IsForSingleCallsAlone()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.AddService<Counter>());

        var results = (await host.CallAsync("system.multicall", Multi.Call(("count", [3]), ("count", ["abc"])))).Value;

        Assert.Equal("[1, 2, 3]", (await host.CallAsync("count", 3)).Value.ToString());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, results[0]["faultCode"].AsInt32());
        Assert.Equal(3, results[1][0].AsInt32());
    }

    private static async Task AssertRefusedAsync<TForms>(string expected)
        where TForms : IForms
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync<TForms>);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private static Task<TestServerHost> StartAsync<TForms>()
        where TForms : IForms =>
        TestServerHost.StartAsync(
            methods => methods.AddService(new FormContract<TForms>()), services: services => services.AddRouting());

    private sealed class OfOneArgument : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
        [
            ("any", [Take.Any]),
            ("double", [Take.Double]),
            ("int", [Take.Int]),
            ("text", [Take.Cancellation, Take.Text]),
            ("struct", [Take.Struct]),
            ("array", [Take.Array]),
        ];
    }

    private sealed class OfNumber : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
            [("none", []), ("one", [Take.Int]), ("two", [Take.Int, Take.Cancellation, Take.Int])];
    }

    private sealed class OptionalOrVariadic : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
            [("optional", [Take.Int, Take.OptionalInt]), ("variadic", [Take.Ints])];
    }

    private sealed class Wider : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
            [("double", [Take.Double]), ("long", [Take.Long]), ("nullable", [Take.NullableText])];
    }

    private sealed class Same : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
            [("one", [Take.Int]), ("other", [Take.NullableInt])];
    }

    private sealed class TwoVariadic : IForms
    {
        public static IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All =>
            [("one", [Take.Ints]), ("other", [new("texts", typeof(string[]), XmlRpcKind.String) { IsVariadic = true }])];
    }
}
