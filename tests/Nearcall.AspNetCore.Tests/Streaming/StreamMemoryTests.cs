using System.Net;
using System.Text;

namespace Nearcall.AspNetCore.Tests.Streaming;

/// <summary>
/// That streams are never held in memory. What is counted is all that server and client allocate while 64 MB pass, which bounds what they
/// hold at any time.
/// </summary>
[Collection(Alone.Name)]
public sealed class StreamMemoryTests
{
    private const int Length = 64 << 20;
    private const int Most = 16 << 20;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Upload_OfMuch_TakesLittleMemory(string version)
    {
        await using var host = await KestrelHost.StartAsync(
            methods => methods.AddUpload("count", async (_, octets, token) => (int)await CountAsync(octets, token)).WithMaxBytes(null), server: kestrel => ItemsResultTests.Only(kestrel, version));
        using var client = new HttpClient { DefaultRequestVersion = new Version(version) };
        await UploadAsync(host, client, 1 << 20);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.Equal(Length, await UploadAsync(host, client, Length));

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Most);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Download_OfMuch_TakesLittleMemory(string version)
    {
        await using var host = await KestrelHost.StartAsync(
            methods =>
            {
                methods.AddOctets("little", () => new Zeros(1 << 20));
                methods.AddOctets("octets", () => new Zeros(Length));
                methods.AddItems("items", _ => Texts(Length / 1000));
            },
            server: kestrel => ItemsResultTests.Only(kestrel, version));
        using var client = new HttpClient { DefaultRequestVersion = new Version(version) };
        await DownloadAsync(host, client, "little");

        foreach (var method in new[] { "octets", "items" })
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.InRange(await DownloadAsync(host, client, method), Length, Length * 2L);
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Most);
        }
    }

    private static async Task<long> CountAsync(Stream octets, CancellationToken token)
    {
        var room = new byte[16 * 1024];
        var total = 0L;
        int count;
        while ((count = await octets.ReadAsync(room, token)) > 0)
        {
            total += count;
        }

        return total;
    }

    private static async Task<long> UploadAsync(KestrelHost host, HttpClient client, int length)
    {
        using var response = await host.PostAsync(client, new Upload(length));
        return (await StreamedMethods.ReadAsync(response)).Value.AsInt32();
    }

    private static async Task<long> DownloadAsync(KestrelHost host, HttpClient client, string method)
    {
        using var response = await host.PostAsync(client, Message.Of(method));
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return await CountAsync(body, TestContext.Current.CancellationToken);
    }

    private static async IAsyncEnumerable<string> Texts(int count)
    {
        var text = new string('x', 1000);
        for (var index = 0; index < count; index++)
        {
            if (index % 100 == 0)
            {
                await Task.Yield();
            }

            yield return text;
        }
    }

    /// <summary>A call with a base64 of so many zeros, which is written as it goes.</summary>
    private sealed class Upload : HttpContent
    {
        private static readonly byte[] Piece = Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[48 * 1024]));

        private readonly int _length;

        public Upload(int length)
        {
            _length = length;
            Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var frame = Message.Text("count", "x", "<base64>|</base64>").Split('|');
            await stream.WriteAsync(Encoding.ASCII.GetBytes(frame[0]));
            var whole = _length / (48 * 1024);
            for (var piece = 0; piece < whole; piece++)
            {
                await stream.WriteAsync(Piece);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[_length % (48 * 1024)]) + frame[1]));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>So many zeros.</summary>
    private sealed class Zeros(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(buffer.Length, _left);
            buffer.Span[..count].Clear();
            _left -= count;
            return new(count);
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
