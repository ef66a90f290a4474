using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nearcall.AspNetCore.Tests.Contracts;
using Nearcall.AspNetCore.Tests.Streaming;

namespace Nearcall.AspNetCore.Tests.Calls;

/// <summary>What a call costs beyond the HTTP work; nobody listens to telemetry meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class AllocationTests
{
    [Theory]
    [InlineData("add", true)]
    [InlineData("add", false)]
    [InlineData("addLater", true)]
    [InlineData("addLater", false)]
    public async Task Call_ThatCompletesAtOnce_AllocatesNothing(string method, bool isLengthStated)
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods =>
            {
                methods.Add("add", (int a, int b) => a + b);
                methods.Add("addLater", (int a, int b) => new ValueTask<int>(a + b));
            }),
            builder => builder.Services.AddXmlRpc());

        var body = Message.Text(method, "<int>10</int>", "<int>5</int>");
        Assert.Equal(0, await BytesPerCallAsync(host, body, "<int>15</int>", isLengthStated), tolerance: 0.5);
    }

    [Theory]
    [InlineData("add", "<int>15</int>")]
    [InlineData("addLater", "<int>15</int>")]
    [InlineData("addInTask", "<int>15</int>")]
    [InlineData("nothing", "<boolean>1</boolean>")]
    [InlineData("either", "<int>15</int>")]
    public async Task Call_OfAnInstance_AllocatesNothing(string method, string expected)
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", new Costs()), builder => builder.Services.AddXmlRpc());

        Assert.Equal(0, await BytesPerCallAsync(host, Message.Text(method, "<int>10</int>", "<int>5</int>"), expected), tolerance: 0.5);
    }

    [Fact]
    public async Task Call_OfAClass_AllocatesTheObjectAlone()
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc<Costs>("/RPC2"), builder => builder.Services.AddXmlRpc());

        var body = Message.Text("add", "<int>10</int>", "<int>5</int>");
        Assert.Equal(24, await BytesPerCallAsync(host, body, "<int>15</int>"), tolerance: 0.5);
    }

    [Theory]
    [InlineData("digest")]
    [InlineData("larger")]
    public async Task Call_BesideAMethodOfOtherBodies_AllocatesNothing(string other)
    {
        await using var host = await TestServerHost.StartApplicationAsync(
            application => application.MapXmlRpc("/RPC2", methods =>
            {
                methods.Add("add", (int a, int b) => a + b);
                if (other == "digest")
                {
                    methods.AddDigest();
                }
                else
                {
                    methods.Add(other, (byte[] octets) => octets.Length).WithMaxBytes(1 << 30);
                }
            }),
            builder => builder.Services.AddXmlRpc());

        Assert.Equal(0, await BytesPerCallAsync(host, Message.Text("add", "<int>10</int>", "<int>5</int>"), "<int>15</int>"), tolerance: 0.5);
    }

    private static async Task<double> BytesPerCallAsync(TestServerHost host, string body, string expected, bool isLengthStated = true)
    {
        var debuggable = typeof(XmlRpcMethodsBuilder).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.SkipWhen(debuggable is { IsJITOptimizerDisabled: true }, "Without optimization every async method makes an object of its state.");
        const int Calls = 2000;
        var endpoint = Assert.Single(host.Services.GetRequiredService<EndpointDataSource>().Endpoints).RequestDelegate!;
        var request = new Body(Encoding.UTF8.GetBytes(body));
        var response = new Sink();
        var http = new DefaultHttpContext { RequestServices = host.Services };
        http.Features.Set<IRequestBodyPipeFeature>(request);
        http.Features.Set<IHttpResponseBodyFeature>(response);
        http.Request.Method = "POST";
        http.Request.ContentType = "text/xml";
        http.Request.ContentLength = isLengthStated ? request.Length : null;
        for (var call = 0; call < Calls; call++)
        {
            await endpoint(http);
        }

        Assert.Contains(expected, response.Last, StringComparison.Ordinal);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            // Complete at once, as body and answer are: awaiting it stays on this thread.
            await endpoint(http);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }

    /// <summary>A request body that is all there and can be read again and again.</summary>
    private sealed class Body(byte[] octets) : PipeReader, IRequestBodyPipeFeature
    {
        private readonly ReadOnlySequence<byte> _octets = new(octets);

        public PipeReader Reader => this;

        public long Length => octets.Length;

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            new(new ReadResult(_octets, isCanceled: false, isCompleted: true));

        public override bool TryRead(out ReadResult result)
        {
            result = new ReadResult(_octets, isCanceled: false, isCompleted: true);
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
        }

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }

    /// <summary>A response body that keeps the last answer.</summary>
    private sealed class Sink : PipeWriter, IHttpResponseBodyFeature
    {
        private readonly byte[] _octets = new byte[4096];
        private int _length;

        public string Last => Encoding.UTF8.GetString(_octets, 0, _length);

        public Stream Stream => throw new NotSupportedException();

        public PipeWriter Writer => this;

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            source.CopyTo(_octets);
            _length = source.Length;
            return default;
        }

        public override void Advance(int bytes) => throw new NotSupportedException();

        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public void DisableBuffering()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;
    }
}
