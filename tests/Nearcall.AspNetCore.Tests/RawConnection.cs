using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Nearcall.AspNetCore.Tests;

/// <summary>A connection that sends octets as they are, to be as rude as a peer can be.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly List<byte> _received = [];

    private RawConnection(Socket socket) => _socket = socket;

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        socket.NoDelay = true;
        return new RawConnection(socket);
    }

    public async Task SendAsync(string text) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), SocketFlags.None, TestContext.Current.CancellationToken);

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection as a crash does, without a word.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
    }

    /// <summary>Reads one answer: its head, and the body of the length that the head states.</summary>
    public async Task<(string Head, string Body)> ReadAnswerAsync()
    {
        int end;
        while ((end = Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            await ReceiveAsync();
        }

        var head = Text[..end];
        var length = ContentLength(head);
        while (Text.Length < end + 4 + length)
        {
            await ReceiveAsync();
        }

        var body = Text.Substring(end + 4, length);
        _received.RemoveRange(0, end + 4 + length);
        return (head, body);
    }

    /// <summary>Reads until the server ends the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await TryReceiveAsync())
        {
        }

        return Text;
    }

    public void Dispose() => _socket.Dispose();

    private string Text => Encoding.Latin1.GetString(_received.ToArray());

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        Assert.True(start >= 0, head);
        var value = head[(start + Name.Length)..];
        var end = value.IndexOf('\r', StringComparison.Ordinal);
        return int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }

    private async Task ReceiveAsync() => Assert.True(await TryReceiveAsync(), $"The server ended the connection after: {Text}");

    private async Task<bool> TryReceiveAsync()
    {
        var buffer = new byte[4096];
        try
        {
            var count = await _socket.ReceiveAsync(buffer, SocketFlags.None, TestContext.Current.CancellationToken);
            _received.AddRange(buffer.AsSpan(0, count));
            return count > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
