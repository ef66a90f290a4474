using Microsoft.Extensions.Logging;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>Results that are streams.</summary>
public sealed class OctetsResultTests
{
    private const int Many = 1_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Octets_OfAnyLength_ArriveAsTheyAre(bool knowsItsLength)
    {
        var octets = Array.Empty<byte>();
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddOctets("octets", () => new Source(octets) { KnowsItsLength = knowsItsLength, Step = 7 }));

        for (var length = 0; length < 20; length++)
        {
            octets = Random(length);
            Assert.Equal(octets, (await host.CallAsync("octets")).Value.AsBase64().ToArray());
        }
    }

    [Theory]
    [InlineData(24 * 1024 - 1, 50_000)]
    [InlineData(Many, 1)]
    [InlineData(Many, 4096)]
    [InlineData(Many + 1, 50_000)]
    [InlineData(Many + 2, 24 * 1024 + 1)]
    public async Task Octets_ThatAreMany_ArriveAsTheyAre(int length, int step)
    {
        var octets = Random(length);
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddOctets("known", () => new Source(octets) { Step = step });
            methods.AddOctets("unknown", () => new Source(octets) { Step = step, KnowsItsLength = false });
        });

        Assert.Equal(octets, (await host.CallAsync("known")).Value.AsBase64().ToArray());
        Assert.Equal(octets, (await host.CallAsync("unknown")).Value.AsBase64().ToArray());
    }

    [Fact]
    public async Task Length_IsStatedWhereTheStreamKnowsIt()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddOctets("known", () => new Source(Random(Many)));
            methods.AddOctets("rest", () => new Source(Random(Many)) { Position = 1000 });
            methods.AddOctets("unknown", () => new Source(Random(Many)) { KnowsItsLength = false });
            methods.AddOctets("saysNothing", () => new Source(Random(Many)) { StatedLength = 0 });
        });
        using var client = new HttpClient();

        foreach (var (method, isStated, length) in new[]
        {
            ("known", true, Many), ("rest", true, Many - 1000), ("unknown", false, Many), ("saysNothing", false, Many),
        })
        {
            using var response = await host.PostAsync(client, Message.Of(method));
            Assert.Equal(isStated, response.Content.Headers.ContentLength is not null);
            Assert.Equal(length, (await StreamedMethods.ReadAsync(response)).Value.AsBase64().Length);
        }
    }

    [Theory]
    [InlineData(Many - 1)]
    [InlineData(Many + 1)]
    [InlineData(Many + 500_000)]
    public async Task Stream_ThatIsNotAsLongAsItSaid_BreaksTheConnection(int stated)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddOctets("lies", () => new Source(Random(Many)) { StatedLength = stated }));
        using var client = new HttpClient();

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await host.PostAsync(client, Message.Of("lies"));
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        });

        await host.Log.WaitForAsync("AnswerBroke");
        var record = Assert.Single(host.Log.OfServer, record => record.Level >= LogLevel.Warning);
        Assert.Contains($"its length is {stated}", record.Exception!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Records, record => record.Category.Contains("Kestrel", StringComparison.Ordinal) && record.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Failure_OfTheStream_IsAFaultOrBreaksTheConnection()
    {
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddOctets("early", () => new Source(Random(Many)) { FailsAfter = 10 });
            methods.AddOctets("late", () => new Source(Random(Many)) { FailsAfter = Many - 1 });
        });
        using var client = new HttpClient();

        Assert.Equal(XmlRpcFaultCodes.ApplicationError, (await host.CallAsync("early")).Fault?.Code);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.CallAsync("late"));
        await host.Log.WaitForAsync("AnswerBroke");
    }

    [Fact]
    public async Task Stream_IsDisposedHoweverTheCallEnds()
    {
        var streams = new List<Source>();
        await using var host = await KestrelHost.StartAsync(methods =>
        {
            methods.AddOctets("ends", () => Keep(new Source(Random(10))));
            methods.AddOctets("fails", () => Keep(new Source(Random(10)) { FailsAfter = 5 }));
            methods.AddOctets("breaks", () => Keep(new Source(Random(Many)) { FailsAfter = Many - 1 }));
        });

        await host.CallAsync("ends");
        await host.CallAsync("fails");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.CallAsync("breaks"));
        await host.Log.WaitForAsync("AnswerBroke");

        Assert.Equal([true, true, true], streams.Select(stream => stream.IsDisposed));

        Source Keep(Source source)
        {
            streams.Add(source);
            return source;
        }
    }

    private static byte[] Random(int length)
    {
        var octets = new byte[length];
        new Random(length).NextBytes(octets);
        return octets;
    }

    /// <summary>A stream that gives so many octets at a time, and may be wrong about itself.</summary>
    private sealed class Source(byte[] octets) : Stream
    {
        private int _position;

        public bool KnowsItsLength { get; init; } = true;

        public int Step { get; init; } = 10_000;

        public int FailsAfter { get; init; } = int.MaxValue;

        public int? StatedLength { get; init; }

        public bool IsDisposed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => KnowsItsLength;

        public override bool CanWrite => false;

        public override long Length => KnowsItsLength ? StatedLength ?? octets.Length : throw new NotSupportedException();

        public override long Position
        {
            get => KnowsItsLength ? _position : throw new NotSupportedException();
            set => _position = (int)value;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_position >= FailsAfter)
            {
                throw new InvalidOperationException("The disk is gone.");
            }

            if (_position % 3 == 0)
            {
                await Task.Yield();
            }

            var count = Math.Min(Math.Min(Step, octets.Length - _position), Math.Min(buffer.Length, FailsAfter - _position));
            octets.AsMemory(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
