using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Filters;

public sealed class FilterTests
{
    private readonly ConcurrentQueue<string> _trail = new();

    [Fact]
    public async Task Filters_RunFromApplicationToEndpointToMethodAndBack()
    {
        await using var host = await StartAsync(
            methods =>
            {
                methods.AddFilter(Trace("endpoint 1")).AddFilter(Trace("endpoint 2"));
                methods.Add("m", Body).AddFilter(Trace("method 1")).AddFilter(Trace("method 2"));
                methods.Add("other", Body);
            },
            builder => builder.AddFilter(Trace("application 1")).AddFilter(Trace("application 2")));

        await host.CallAsync("m");

        Assert.Equal(
            [
                "application 1", "application 2", "endpoint 1", "endpoint 2", "method 1", "method 2", "body",
                "/method 2", "/method 1", "/endpoint 2", "/endpoint 1", "/application 2", "/application 1",
            ],
            _trail);
    }

    [Fact]
    public async Task Filter_ByType_ComesFromTheServicesOfTheRequest()
    {
        await using var host = await StartAsync(
            methods =>
            {
                methods.AddFilter<CountingFilter>();
                methods.Add("m", (XmlRpcCallContext context) => context.Services.GetRequiredService<CountingFilter>().Count)
                    .AddFilter<CountingFilter>();
            },
            builder => builder.AddFilter<CountingFilter>());

        Assert.Equal(3, (await host.CallAsync("m")).Value.AsInt32());
        Assert.Equal(3, (await host.CallAsync("m")).Value.AsInt32());
    }

    [Fact]
    public async Task Filter_MayAnswerInTheMethodsPlace()
    {
        await using var host = await StartAsync(methods => methods.Add("m", Body).AddFilter(new Filter((context, _) =>
        {
            var writer = context.OpenResult();
            writer.WriteInt32(7);
            writer.Flush();
            return ValueTask.CompletedTask;
        })));

        Assert.Equal(7, (await host.CallAsync("m")).Value.AsInt32());
        Assert.Empty(_trail);
    }

    [Fact]
    public async Task Filter_MayReplaceTheResult()
    {
        var replace = new Filter(async (context, next) =>
        {
            await next(context);
            var writer = context.OpenResult();
            writer.WriteInt32(7);
            writer.Flush();
        });
        await using var host = await StartAsync(methods => methods.Add("m", () => "a long result that is thrown away").AddFilter(replace));

        Assert.Equal(7, (await host.CallAsync("m")).Value.AsInt32());
    }

    [Fact]
    public async Task Filter_MayTryAgain()
    {
        var calls = 0;
        await using var host = await StartAsync(methods => methods
            .Add("m", (int number) => ++calls < 3 ? throw new TimeoutException() : number + calls)
            .AddFilter(new Filter(async (context, next) =>
            {
                while (true)
                {
                    try
                    {
                        await next(context);
                        return;
                    }
                    catch (TimeoutException)
                    {
                        _trail.Enqueue("again");
                    }
                }
            })));

        Assert.Equal(13, (await host.CallAsync("m", 10)).Value.AsInt32());
        Assert.Equal(["again", "again"], _trail);
    }

    [Fact]
    public async Task Filter_MayRefuseWithAFault()
    {
        var refuse = new Filter((_, _) => throw new XmlRpcFaultException(9, "not now"));
        await using var host = await StartAsync(methods => methods.Add("m", Body).AddFilter(refuse));

        Assert.Equal(9, (await host.CallAsync("m")).Fault?.Code);
        Assert.Empty(_trail);
    }

    [Fact]
    public async Task Filter_ThatNeitherCallsNorAnswers_IsAnInternalError()
    {
        await using var host = await StartAsync(methods => methods.Add("m", Body).AddFilter(new Filter((_, _) => ValueTask.CompletedTask)));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("m")).Fault?.Code);
    }

    [Fact]
    public async Task Filter_ThatFailsAfterTheResult_LeavesNothingOfIt()
    {
        var fail = new Filter(async (context, next) =>
        {
            await next(context);
            throw new XmlRpcFaultException(9, "too late");
        });
        await using var host = await StartAsync(methods => methods.Add("m", () => "half a result").AddFilter(fail));

        using var response = await host.PostAsync(Message.Of("m"));
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("half", answer, StringComparison.Ordinal);
        Assert.Equal(9, (await Message.ReadAsync(response)).Fault?.Code);
    }

    [Fact]
    public async Task Filter_SeesArgumentsAndSharesItemsWithTheMethod()
    {
        await using var host = await StartAsync(methods => methods
            .Add("m", (int number, XmlRpcCallContext context) => $"{number} {context.Items["seen"]}")
            .AddFilter(new Filter((context, next) =>
            {
                context.Items["seen"] = $"{context.Method}{context.ReadArguments()}";
                return next(context);
            })));

        Assert.Equal("5 m[5]", (await host.CallAsync("m", 5)).Value.AsString());
    }

    [Fact]
    [Trait("Rule", "R67")]
    public async Task R67_Filters_OfEveryKind_SeeEachEntryOfAMulticallAndUnknownMethods()
    {
        await using var host = await StartAsync(
            methods =>
            {
                methods.AddFilter(Trace("endpoint", withMethod: true));
                methods.Add("m", Body).AddFilter(Trace("method", withMethod: true));
            });

        await host.CallAsync("system.multicall", Multi.Call(("m", []), ("unknown", [])));

        Assert.Equal(
            [
                "endpoint system.multicall", "endpoint m", "method m", "body", "/method m", "/endpoint m",
                "endpoint unknown", "/endpoint unknown", "/endpoint system.multicall",
            ],
            _trail);
    }

    [Fact]
    [Trait("Threat", "S18")]
    public async Task Filter_MayStopABatchAtTheFirstFailedLogin()
    {
        var guesses = 0;
        await using var host = await StartAsync(methods => methods
            .Add("login", bool (string _) =>
            {
                guesses++;
                throw new XmlRpcFaultException(403, "wrong password");
            })
            .AddFilter(new Filter(async (context, next) =>
            {
                var request = context.GetFeature<Microsoft.AspNetCore.Http.HttpContext>()!;
                if (request.Items.ContainsKey("failed"))
                {
                    throw new XmlRpcFaultException(403, "one guess a request");
                }

                request.Items["failed"] = true;
                await next(context);
            })));

        var results = await host.CallAsync("system.multicall", Multi.Call(("login", ["a"]), ("login", ["b"]), ("login", ["c"])));

        Assert.All(results.Value.AsArray(), result => Assert.Equal(403, result["faultCode"].AsInt32()));
        Assert.Equal(1, guesses);
    }

    [Fact]
    public async Task Filter_MayPutItsOwnContextAround()
    {
        await using var host = await StartAsync(methods =>
        {
            methods.AddFilter(new Filter((context, next) => next(new RenamedContext(context))));
            methods.Add("m", (int number, XmlRpcCallContext context) => $"{context.Method} {number}");
            methods.Add("fail", int (int _) => throw new XmlRpcFormatException("from elsewhere"));
        });

        Assert.Equal("renamed m 5", (await host.CallAsync("m", 5)).Value.AsString());
        Assert.Equal("[[\"renamed m 5\"]]", (await host.CallAsync("system.multicall", Multi.Call(("m", [5])))).Value.ToString());
        Assert.Equal("", (await host.CallAsync("system.methodHelp", "m")).Value.AsString());
        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("fail", 5)).Fault?.Code);
    }

    private static Task<TestServerHost> StartAsync(Action<XmlRpcMethodsBuilder> methods, Action<IXmlRpcServerBuilder>? configure = null) =>
        TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods),
            builder =>
            {
                var server = builder.Services.AddXmlRpc();
                configure?.Invoke(server);
            });

    private void Body() => _trail.Enqueue("body");

    private Filter Trace(string name, bool withMethod = false) => new(async (context, next) =>
    {
        var label = withMethod ? $"{name} {context.Method}" : name;
        _trail.Enqueue(label);
        try
        {
            await next(context);
        }
        finally
        {
            _trail.Enqueue($"/{label}");
        }
    });

    private sealed class Filter(Func<XmlRpcCallContext, XmlRpcDelegate, ValueTask> invoke) : IXmlRpcFilter
    {
        public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next) => invoke(context, next);
    }

    private sealed class CountingFilter : IXmlRpcFilter
    {
        public int Count { get; private set; }

        public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next)
        {
            Count++;
            return next(context);
        }
    }

    private sealed class RenamedContext(XmlRpcCallContext inner) : XmlRpcCallContext
    {
        public override string Method => $"renamed {inner.Method}";

        public override IServiceProvider Services => inner.Services;

        public override CancellationToken CancellationToken => inner.CancellationToken;

        public override IDictionary<object, object?> Items => inner.Items;

        public override TFeature? GetFeature<TFeature>()
            where TFeature : class => inner.GetFeature<TFeature>();

        public override XmlRpcReader OpenArguments() => inner.OpenArguments();

        public override XmlRpcWriter OpenResult() => inner.OpenResult();
    }
}
