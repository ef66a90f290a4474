using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>One kept-alive connection that sends requests as they are given, however wrong, and reads the answers.</summary>
internal sealed class HttpConnection(Uri server) : IDisposable
{
    private TcpClient? _socket;
    private byte[] _received = new byte[8192];
    private int _length;

    /// <summary>Sends a request and reads its answer, on a new connection if the server closed the last one.</summary>
    public async Task<HttpReply> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await SendUnansweredAsync(request, cancellationToken);
        var end = await ReceiveUntilAsync(() => _received.AsSpan(0, _length).IndexOf("\r\n\r\n"u8), cancellationToken) + 4;
        var head = Encoding.ASCII.GetString(_received, 0, end);
        var length = int.Parse(Header(head, "Content-Length"), CultureInfo.InvariantCulture);
        await ReceiveUntilAsync(() => _length >= end + length ? _length : -1, cancellationToken);
        var reply = new HttpReply(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), _received[end..(end + length)]);
        _length = 0;
        if (Header(head, "Connection") == "close")
        {
            Close();
        }

        return reply;
    }

    /// <summary>Sends octets and does not wait for an answer.</summary>
    public async Task SendUnansweredAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        if (_socket is null)
        {
            _socket = new TcpClient { NoDelay = true };
            await _socket.ConnectAsync(server.Host, server.Port, cancellationToken);
        }

        await _socket.GetStream().WriteAsync(request, cancellationToken);
    }

    public void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _length = 0;
    }

    public void Dispose() => Close();

    private static string Header(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}: ", StringComparison.OrdinalIgnoreCase);
        return start < 0 ? "" : head[(start + name.Length + 4)..head.IndexOf('\r', start + 2)];
    }

    private async Task<int> ReceiveUntilAsync(Func<int> find, CancellationToken cancellationToken)
    {
        int found;
        while ((found = find()) < 0)
        {
            if (_length == _received.Length)
            {
                Array.Resize(ref _received, _received.Length * 2);
            }

            var count = await _socket!.GetStream().ReadAsync(_received.AsMemory(_length), cancellationToken);
            Assert.True(count > 0, $"The server closed the connection after {Encoding.UTF8.GetString(_received, 0, _length)}");
            _length += count;
        }

        return found;
    }
}
