using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>What filters and authorization have to do with streams.</summary>
public sealed class StreamFilterTests
{
    private const int Many = 20_000;

    [Fact]
    public async Task Filter_SeesTheArgumentsBeforeAStream_AndAnEmptyOneInItsPlace()
    {
        XmlRpcArray? seen = null;
        await using var host = await StartAsync(methods => methods.AddDigest(), (context, next) =>
        {
            seen = context.ReadArguments();
            return next(context);
        });
        var octets = Uploads.Random(500_000);

        Assert.Equal($"x {Uploads.Digest(octets)}", (await host.CallAsync("digest", "x", octets)).Value.AsString());
        Assert.Equal(2, seen?.Count);
        Assert.Equal("x", seen?[0].AsString());
        Assert.Equal(0, seen?[1].AsBase64().Length);
    }

    [Fact]
    public async Task Filter_MayPutItsOwnContextAround()
    {
        await using var host = await StartAsync(
            methods =>
            {
                methods.AddDigest();
                methods.AddItems("numbers", _ => StreamedMethods.Numbers(Many));
                methods.AddOctets("octets", () => new MemoryStream(Uploads.Random(500_000)));
            },
            (context, next) => next(new WrappedContext(context)));
        var octets = Uploads.Random(500_000);

        Assert.Equal($"x {Uploads.Digest(octets)}", (await host.CallAsync("digest", "x", octets)).Value.AsString());
        Assert.Equal(Many, (await host.CallAsync("numbers")).Value.AsArray().Count);
        Assert.Equal(500_000, (await host.CallAsync("octets")).Value.AsBase64().Length);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(Many)]
    public async Task Filter_ThatSwallowsAFailure_DoesNotMakeAnEndOfIt(int count)
    {
        await using var host = await StartAsync(
            methods => methods.AddItems("fails", _ => StreamedMethods.NumbersAndThen(count, new InvalidOperationException())),
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (InvalidOperationException)
                {
                }
            });

        if (count == Many)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.CallAsync("fails"));
            await host.Log.WaitForAsync("AnswerBroke");
        }
        else
        {
            Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("fails")).Fault?.Code);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(Many)]
    public async Task Filter_MayReplaceAResultOfWhichNothingIsSent(int count)
    {
        await using var host = await StartAsync(
            methods => methods.AddItems("numbers", _ => StreamedMethods.Numbers(count)),
            async (context, next) =>
            {
                await next(context);
                Write(context);
            });

        if (count == Many)
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.CallAsync("numbers"));
            await host.Log.WaitForAsync("AnswerBroke");
        }
        else
        {
            Assert.Equal(7, (await host.CallAsync("numbers")).Value.AsInt32());
        }

        static void Write(XmlRpcCallContext context)
        {
            var writer = context.OpenResult();
            writer.WriteInt32(7);
            writer.Flush();
        }
    }

    [Fact]
    public async Task Filter_ThatCallsTwice_CannotHaveTheStreamTwice()
    {
        await using var host = await StartAsync(methods => methods.AddDigest(), async (context, next) =>
        {
            await next(context);
            await next(context);
        });

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("digest", "x", Uploads.Random(500_000))).Fault?.Code);
        Assert.Contains(host.Log.OfServer, record => record.Exception?.Message.Contains("opened before", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Caller_WhoMayNotCall_IsRefusedBeforeTheBodyArrives()
    {
        var calls = 0;
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddUpload("upload", (_, _, _) => Task.FromResult(++calls), new AuthorizeAttribute()),
            configure: builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorization();
            });
        using var connection = await host.ConnectAsync();
        var body = Uploads.Call("upload", "x", Uploads.Random(100_000));

        // Not even the first argument is there.
        await connection.SendAsync($"{Uploads.Head}Content-Length: {body.Length}\r\n\r\n{body[..60]}");
        var answer = (await connection.ReadAnswerAsync()).Body;

        Assert.Contains($"<int>{XmlRpcFaultCodes.Unauthenticated}</int>", answer, StringComparison.Ordinal);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task AuthorizationHandler_ThatAsksForTheArgumentsOfAStream_IsTold()
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddDigest().RequireAuthorization("curious"),
            configure: builder =>
            {
                builder.Services.AddAuthentication();
                builder.Services.AddAuthorization(options => options.AddPolicy("curious", policy => policy.RequireAssertion(context =>
                    ((XmlRpcCallContext)context.Resource!).ReadArguments().Count > 0)));
            });

        var result = await host.CallAsync("digest", "x", Uploads.Random(500_000));

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, result.Fault?.Code);
        Assert.Contains(host.Log.OfServer, record => record.Exception?.Message.Contains("authorized", StringComparison.Ordinal) == true);
    }

    private static Task<KestrelHost> StartAsync(
        Action<XmlRpcMethodsBuilder> methods, Func<XmlRpcCallContext, XmlRpcDelegate, ValueTask> filter) =>
        KestrelHost.StartAsync(builder =>
        {
            builder.AddFilter(new Filter(filter));
            methods(builder);
        });

    private sealed class Filter(Func<XmlRpcCallContext, XmlRpcDelegate, ValueTask> invoke) : IXmlRpcFilter
    {
        public ValueTask InvokeAsync(XmlRpcCallContext context, XmlRpcDelegate next) => invoke(context, next);
    }

    private sealed class WrappedContext(XmlRpcCallContext inner) : XmlRpcCallContext
    {
        public override string Method => inner.Method;

        public override IServiceProvider Services => inner.Services;

        public override CancellationToken CancellationToken => inner.CancellationToken;

        public override IDictionary<object, object?> Items => inner.Items;

        public override TFeature? GetFeature<TFeature>()
            where TFeature : class => inner.GetFeature<TFeature>();

        public override XmlRpcReader OpenArguments() => inner.OpenArguments();

        public override XmlRpcWriter OpenResult() => inner.OpenResult();
    }
}
