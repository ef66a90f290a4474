using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Methods;

/// <summary>What <c>methods.Add</c> takes: any parameters, any results, wherever the delegate comes from.</summary>
public sealed class DelegateFormTests
{
    private readonly List<int> _recorded = [];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(20)]
    public async Task Add_AnyArity_IsCalledWithItsArgumentsInOrder(int arity)
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("m0", () => Sum());
            methods.Add("m1", (int a) => Sum(a));
            methods.Add("m8", (int a, int b, int c, int d, int e, int f, int g, int h) => Sum(a, b, c, d, e, f, g, h));
            methods.Add(
                "m16",
                (int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p) =>
                    Sum(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p));
            methods.Add(
                "m20",
                (int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r, int s, int t) =>
                    Sum(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t));
        });
        var arguments = Enumerable.Range(1, arity).ToList();

        var result = await host.CallAsync($"m{arity}", [.. arguments.Select(number => (XmlRpcValue)number)]);
        var tooMany = await host.CallAsync($"m{arity}", [.. arguments.Append(1).Select(number => (XmlRpcValue)number)]);

        Assert.Equal(Sum([.. arguments]), result.Value.AsInt32());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, tooMany.Fault?.Code);
    }

    [Fact]
    public async Task Add_OptionalParameters_TakeTheirDefaults()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("lambda", (int a, int b = 5, string? c = null) => $"{a} {b} {c ?? "none"}");
            methods.Add("method", Scale);
        });

        Assert.Equal("1 5 none", (await host.CallAsync("lambda", 1)).Value.AsString());
        Assert.Equal("1 2 none", (await host.CallAsync("lambda", 1, 2)).Value.AsString());
        Assert.Equal("1 2 x", (await host.CallAsync("lambda", 1, 2, "x")).Value.AsString());
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, (await host.CallAsync("lambda")).Fault?.Code);
        Assert.Equal(20, (await host.CallAsync("method", 2)).Value.AsInt32());
        Assert.Equal(6, (await host.CallAsync("method", 2, 3)).Value.AsInt32());
    }

    [Fact]
    public async Task Add_ParamsParameter_TakesAllThatIsLeft()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("lambda", (string first, params int[] rest) => $"{first} {string.Join(',', rest)}");
            methods.Add("method", Sum);
        });

        Assert.Equal("a ", (await host.CallAsync("lambda", "a")).Value.AsString());
        Assert.Equal("a 1,2", (await host.CallAsync("lambda", "a", 1, 2)).Value.AsString());
        Assert.Equal(Sum(3, 4), (await host.CallAsync("method", 3, 4)).Value.AsInt32());
        var fault = (await host.CallAsync("lambda", "a", 1, "b")).Fault!;
        Assert.Contains("params[2]", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Records_TravelAsStructs()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("move", (Place place, int by) => place with { X = place.X + by });
            methods.Add("count", (List<Place> places) => places.Count);
        });
        var place = new XmlRpcStruct { ["X"] = 1, ["Name"] = "here" };

        Assert.Equal(new XmlRpcStruct { ["X"] = 4, ["Name"] = "here" }, (await host.CallAsync("move", place, 3)).Value.AsStruct());
        Assert.Equal(2, (await host.CallAsync("count", XmlRpcArray.Create(place, place))).Value.AsInt32());
        var fault = (await host.CallAsync("move", new XmlRpcStruct { ["Name"] = "x" }, 3)).Fault!;
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, fault.Code);
        Assert.Contains("'X'", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Services_AreFilledIn()
    {
        await using var host = await TestServerHost.StartAsync(
            methods =>
            {
                methods.Add("greet", ([FromServices] Greeter greeter, string name, HttpContext http) => greeter.Greet(name) + http.Request.Path);
                methods.Add("keyed", ([FromKeyedServices("loud")] Greeter greeter, string name, CancellationToken _) => greeter.Greet(name));
            },
            services: services => services.AddSingleton(new Greeter("Hello")).AddKeyedSingleton("loud", new Greeter("HELLO")));

        Assert.Equal("Hello Ada/RPC2", (await host.CallAsync("greet", "Ada")).Value.AsString());
        Assert.Equal("HELLO Ada", (await host.CallAsync("keyed", "Ada")).Value.AsString());
        Assert.Equal("[[\"string\", \"string\"]]", (await host.CallAsync("system.methodSignature", "greet")).Value.ToString());
    }

    [Fact]
    public async Task Add_WhereverTheDelegateComesFrom_IsCalled()
    {
        var factor = 3;
        Func<int, int> variable = number => number * factor;
        Scaling named = Scale;
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("static", Scale);
            methods.Add("instance", Record);
            methods.Add("local", Local);
            methods.Add("variable", variable);
            methods.Add("named", named);
            methods.Add("closure", (int number) => number * factor);
            methods.Add("generic", Same<string>);
            methods.Add("extension", "ab".Repeated);
        });

        Assert.Equal(6, (await host.CallAsync("static", 2, 3)).Value.AsInt32());
        Assert.True((await host.CallAsync("instance", 7)).Value.AsBoolean());
        Assert.Equal([7], _recorded);
        Assert.Equal(6, (await host.CallAsync("local", 2)).Value.AsInt32());
        Assert.Equal(6, (await host.CallAsync("variable", 2)).Value.AsInt32());
        Assert.Equal(4, (await host.CallAsync("named", 2)).Value.AsInt32());
        Assert.Equal(6, (await host.CallAsync("closure", 2)).Value.AsInt32());
        Assert.Equal("a", (await host.CallAsync("generic", "a")).Value.AsString());
        Assert.Equal("abab", (await host.CallAsync("extension", 2)).Value.AsString());

        int Local(int number) => number * factor;
    }

    [Fact]
    public async Task Add_HelpAndNames_AreThoseOfTheSource()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("scale", Scale);
            methods.Add("other", Scale).WithHelp("Other words.");
        });

        Assert.Equal("Makes a number greater.", (await host.CallAsync("system.methodHelp", "scale")).Value.AsString());
        Assert.Equal("Other words.", (await host.CallAsync("system.methodHelp", "other")).Value.AsString());
        Assert.Contains("'number'", (await host.CallAsync("scale")).Fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Attributes_Count()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods =>
            {
                methods.Add("lambda", [Authorize] () => 1);
                methods.Add("method", Guarded);
                methods.Add("open", () => 1);
            }),
            builder =>
            {
                builder.Services.AddXmlRpc();
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorization();
            });

        Assert.Equal(XmlRpcFaultCodes.Unauthenticated, (await host.CallAsync("lambda")).Fault?.Code);
        Assert.Equal(XmlRpcFaultCodes.Unauthenticated, (await host.CallAsync("method")).Fault?.Code);
        Assert.Equal(1, (await host.CallAsync("open")).Value.AsInt32());
    }

    [Fact]
    public async Task Add_AResultOrAFault_AnswersWithEither()
    {
        await using var host = await TestServerHost.StartAsync(methods =>
        {
            methods.Add("now", (bool fails) => fails ? new XmlRpcResult<int>(new XmlRpcFault(7, "no")) : new XmlRpcResult<int>(1));
            methods.Add("later", async (bool fails) =>
            {
                await Task.Yield();
                return fails ? new XmlRpcResult<int>(new XmlRpcFault(7, "no")) : new XmlRpcResult<int>(1);
            });
        });

        foreach (var name in new[] { "now", "later" })
        {
            Assert.Equal(1, (await host.CallAsync(name, false)).Value.AsInt32());
            Assert.Equal("fault 7: no", (await host.CallAsync(name, true)).Fault?.ToString());
        }
    }

    /// <summary>Makes a number greater.</summary>
    private static int Scale(int number, int factor = 10) => number * factor;

    [Authorize]
    private static int Guarded() => 1;

    private static int Sum(params int[] numbers) => 1 + numbers.Select((number, index) => number * (index + 1)).Sum();

    private static T Same<T>(T value) => value;

    private void Record(int number) => _recorded.Add(number);

    internal delegate int Scaling(int number, int factor = 2);

    internal sealed record Place(int X, string Name = "nowhere");

    internal sealed class Greeter(string word)
    {
        public string Greet(string name) => $"{word} {name}";
    }
}

internal static class Repetition
{
    public static string Repeated(this string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
