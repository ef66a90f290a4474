using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Calls;

/// <summary>What a call costs beyond the HTTP work; nobody listens to telemetry meanwhile.</summary>
[Collection(Alone.Name)]
public sealed class AllocationTests
{
    [Fact]
    public async Task Call_OfTwoInts_AllocatesNothing()
    {
        await using var host = await StartAsync();

        Assert.InRange(await BytesPerCallAsync(host, "<methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param>"
            + "<param><value><int>5</int></value></param></params></methodCall>", "<int>15</int>"), 0, 1);
    }

    [Fact]
    public async Task Call_ByValueTaskThatIsComplete_AllocatesNothing()
    {
        await using var host = await StartAsync();

        Assert.InRange(await BytesPerCallAsync(host, "<methodCall><methodName>later</methodName><params><param><value><int>10</int></value></param>"
            + "</params></methodCall>", "<int>10</int>"), 0, 1);
    }

    private static Task<TestServerHost> StartAsync() => TestServerHost.StartApplicationAsync(
        application => application.MapXmlRpc("/RPC2", methods =>
        {
            methods.Add("add", (int a, int b) => a + b);
            methods.Add("later", (int a) => new ValueTask<int>(a));
        }),
        builder => builder.Services.AddXmlRpc());

    private static async Task<double> BytesPerCallAsync(TestServerHost host, string body, string expected)
    {
        const int Calls = 2000;
        var endpoint = Assert.Single(host.Services.GetRequiredService<EndpointDataSource>().Endpoints).RequestDelegate!;
        var request = new Body(Encoding.UTF8.GetBytes(body));
        var response = new Sink();
        var http = new DefaultHttpContext { RequestServices = host.Services };
        http.Features.Set<IRequestBodyPipeFeature>(request);
        http.Features.Set<IHttpResponseBodyFeature>(response);
        http.Request.Method = "POST";
        http.Request.ContentType = "text/xml";
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
