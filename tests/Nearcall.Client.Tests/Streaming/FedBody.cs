using System.Net;
using System.Text;
using System.Threading.Channels;

namespace Nearcall.Client.Tests.Streaming;

/// <summary>The body of an answer that a test feeds, piece by piece, while the client reads it.</summary>
internal sealed class FedBody : Stream
{
    private readonly Channel<byte[]> _pieces = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _asked = new(0);
    private ReadOnlyMemory<byte> _rest;

    /// <summary>Ends when the client has let go of the body.</summary>
    public Task Disposed => _disposed.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Ends when the body is read and there is nothing in it.</summary>
    public Task AskedAsync() => _asked.WaitAsync(TestContext.Current.CancellationToken);

    public FedBody Feed(string text) => Feed(Encoding.UTF8.GetBytes(text));

    public FedBody Feed(byte[] octets)
    {
        Assert.True(_pieces.Writer.TryWrite(octets));
        return this;
    }

    public FedBody End(Exception? failure = null)
    {
        Assert.True(_pieces.Writer.TryComplete(failure));
        return this;
    }

    public HttpResponseMessage ToResponse(string encoding = "")
    {
        var content = new StreamContent(this);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        if (encoding.Length > 0)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.IsEmpty)
        {
            if (!_pieces.Reader.TryPeek(out _))
            {
                _asked.Release();
            }

            if (!await _pieces.Reader.WaitToReadAsync(cancellationToken))
            {
                return 0;
            }

            _pieces.Reader.TryRead(out var piece);
            _rest = piece;
        }

        var count = Math.Min(_rest.Length, buffer.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _disposed.TrySetResult();
        base.Dispose(disposing);
    }
}
