using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Methods;

public sealed class ParameterSourceTests
{
    [Fact]
    public async Task Parameter_CancellationToken_IsThatOfTheRequest()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add(
            "m", (HttpContext http, CancellationToken token) => token == http.RequestAborted && token.CanBeCanceled));

        Assert.True((await host.CallAsync("m")).Value.AsBoolean());
    }

    [Fact]
    public async Task Parameters_FilledIn_MayStandAnywhereAndAreNotOnTheWire()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add(
            "m",
            (XmlRpcCallContext context, int a, HttpContext http, int b, CancellationToken _) =>
                $"{context.Method} {http.Request.Path} {a - b}"));

        Assert.Equal("m /RPC2 3", (await host.CallAsync("m", 5, 2)).Value.AsString());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, (await host.CallAsync("m", 5, 2, 1)).Fault?.Code);
        Assert.Equal("[[\"string\", \"int\", \"int\"]]", (await host.CallAsync("system.methodSignature", "m")).Value.ToString());
    }

    [Fact]
    public async Task Parameters_OnlyFilledIn_TakeNoArguments()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (XmlRpcCallContext context) => context.Method));

        Assert.Equal("m", (await host.CallAsync("m")).Value.AsString());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, (await host.CallAsync("m", 1)).Fault?.Code);
    }

    [Fact]
    public async Task Context_Services_AreThoseOfTheRequest()
    {
        await using var host = await TestServerHost.StartAsync(
            methods =>
            {
                methods.Add("same", (XmlRpcCallContext context, HttpContext http) =>
                    ReferenceEquals(context.Services.GetRequiredService<Scoped>(), http.RequestServices.GetRequiredService<Scoped>()));
                methods.Add("id", (XmlRpcCallContext context) => context.Services.GetRequiredService<Scoped>().Id);
            },
            services: services => services.AddSingleton<Counter>().AddScoped<Scoped>());

        Assert.True((await host.CallAsync("same")).Value.AsBoolean());
        Assert.NotEqual((await host.CallAsync("id")).Value.AsInt32(), (await host.CallAsync("id")).Value.AsInt32());
    }

    [Fact]
    public async Task Context_Features_AreThoseOfTheRequest()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (XmlRpcCallContext context) =>
            context.GetFeature<HttpContext>() is { } http
            && context.GetFeature<IHttpRequestFeature>() == http.Features.Get<IHttpRequestFeature>()
            && context.GetFeature<Counter>() is null));

        Assert.True((await host.CallAsync("m")).Value.AsBoolean());
    }

    [Fact]
    public async Task Context_Items_AreEmptyAtTheStartOfEachCall()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (XmlRpcCallContext context) =>
        {
            var count = context.Items.Count;
            context.Items["key"] = "value";
            return count;
        }));

        Assert.Equal(0, (await host.CallAsync("m")).Value.AsInt32());
        Assert.Equal(0, (await host.CallAsync("m")).Value.AsInt32());
    }

    [Fact]
    public async Task Context_KeptBeyondItsCall_SaysSo()
    {
        XmlRpcCallContext? kept = null;
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("m", (XmlRpcCallContext context) => { kept = context; }));

        await host.CallAsync("m");

        Assert.Throws<InvalidOperationException>(() => kept!.Services);
    }

    [Fact]
    public async Task Context_Arguments_CanBeReadAgain()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add(
            "m", (int a, int b, XmlRpcCallContext context) => $"{a} {b} {context.ReadArguments()} {context.ReadArguments()}"));

        Assert.Equal("1 2 [1, 2] [1, 2]", (await host.CallAsync("m", 1, 2)).Value.AsString());
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Argument_OfAnotherType_IsInvalidAndSaysWhere()
    {
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (string a, string b) => a + b));

        var fault = (await host.CallAsync("m", "a", 1)).Fault!;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault.Code);
        Assert.Contains("params[1]", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public async Task R55_Arguments_TooFewOrTooMany_AreInvalidAndTheMethodDoesNotRun()
    {
        var calls = 0;
        await using var host = await TestServerHost.StartAsync(
            methods => methods.Add("m", (int minuend, int subtrahend) => calls++));

        var few = (await host.CallAsync("m", 1)).Fault!;
        var many = (await host.CallAsync("m", 1, 2, 3)).Fault!;

        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, few.Code);
        Assert.Contains("subtrahend", few.Text, StringComparison.Ordinal);
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, many.Code);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task Message_MalformedBehindTheArguments_DoesNotRunTheMethod()
    {
        var calls = 0;
        await using var host = await TestServerHost.StartAsync(methods => methods.Add("m", (int a) => calls++));

        var result = await host.SendAsync(Message.Text("m", "<int>1</int>")[..^1]);

        Assert.Equal(XmlRpcFaultCodes.NotWellFormed, result.Fault?.Code);
        Assert.Equal(0, calls);
    }

    private sealed class Counter
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }

    private sealed class Scoped(Counter counter)
    {
        public int Id { get; } = counter.Next();
    }
}
