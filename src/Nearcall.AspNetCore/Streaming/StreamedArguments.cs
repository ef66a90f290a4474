using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Nearcall;

/// <summary>The arguments of a call whose last is read while it arrives.</summary>
internal sealed class StreamedArguments : IDisposable
{
    private readonly HttpRequest _request;
    private readonly PipeReader _reader;
    private readonly BoundedBody _body;
    private readonly StreamedMessage _message;
    private readonly PooledBuffer _head = PooledBuffer.Rent();
    private ArgumentStream? _stream;

    public StreamedArguments(HttpRequest request, PipeReader body, XmlRpcServerOptions options, long limit)
    {
        _request = request;
        _reader = body;
        _body = new BoundedBody(body, limit);
        _message = new StreamedMessage(_body, RequestHead.Charset(request), options.Dialect, options.Limits);
    }

    /// <summary>What stands in the place of the stream for everybody but the method: a base64 of nothing.</summary>
    private static ReadOnlySpan<byte> Tail => "<value><base64></base64></value></param></params></methodCall>"u8;

    /// <summary>
    /// Whether the last argument is there and comes while it is read. If not, all of the message is what <see cref="ReadHeadAsync"/> gave.
    /// </summary>
    public bool HasStream => _stream is not null;

    /// <summary>Whether all of the message has been read.</summary>
    public bool IsRead => _stream is null or { IsRead: true };

    /// <summary>Says why the request is refused, if an exception is a refusal of its body.</summary>
    public RequestRefusal? RefusalOf(Exception exception) => ReferenceEquals(exception, _body.Failure) ? RequestRefusal.Of(exception) : null;

    /// <summary>Says whether an exception means that no more of the body will come.</summary>
    public bool IsEndOfBody(Exception exception) => exception is IOException && ReferenceEquals(exception, _body.Failure);

    /// <summary>Says whether an exception is what reading the stream threw: the fault of the caller.</summary>
    public bool IsMalformed(XmlRpcFormatException exception) => ReferenceEquals(exception, _stream?.Failure);

    /// <summary>
    /// Reads up to the octets of the stream. What stands before them is kept in memory, and made a message of its own.
    /// </summary>
    /// <param name="count">How many arguments stand before the stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The message.</returns>
    /// <exception cref="XmlRpcFormatException">The message is malformed or over a limit, or the argument is no base64.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(int count, CancellationToken cancellationToken)
    {
        await _message.ReadStartMethodCallAsync(async: true, cancellationToken).ConfigureAwait(false);
        if (!await _message.ReadParametersAsync(count, async: true, cancellationToken).ConfigureAwait(false))
        {
            _head.Write(_message.Text);
            return _head.WrittenMemory;
        }

        _head.Write(_message.Text[..StreamStart(count)]);
        _head.Write(Tail);
        await _message.ReadStartBase64Async(count, async: true, cancellationToken).ConfigureAwait(false);
        _stream = new ArgumentStream(_message, AllowsSynchronousReads(), cancellationToken);
        return _head.WrittenMemory;
    }

    /// <summary>Gives the stream, once.</summary>
    public Stream Open() =>
        _stream is { IsOpen: false } stream
            ? stream.Open()
            : throw new InvalidOperationException("The stream of the call was opened before: it arrives once.");

    /// <summary>Ends the stream with its call. A read that is still under way ends in an exception.</summary>
    public void Dispose()
    {
        _stream?.End();
        if (_stream is { IsBeingRead: true })
        {
            _reader.CancelPendingRead();
        }

        _message.Dispose();
        _head.Dispose();
    }

    private int StreamStart(int count)
    {
        var reader = _message.OpenArguments();
        for (var index = 0; index < count; index++)
        {
            reader.ReadNextParameter();
            reader.Skip();
        }

        reader.ReadNextParameter();
        return reader.Position;
    }

    private bool AllowsSynchronousReads() => _request.HttpContext.Features.Get<IHttpBodyControlFeature>() is { AllowSynchronousIO: true };
}
