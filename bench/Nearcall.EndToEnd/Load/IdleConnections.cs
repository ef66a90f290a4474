using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nearcall.EndToEnd.Load;

/// <summary>Connections that make one call each and then stay open, silent.</summary>
internal sealed class IdleConnections(int count, Body body) : LoadTool(body)
{
    private const int AtOnce = 64;

    private readonly List<Socket> _sockets = [];

    public override bool CanWarmUp => false;

    public override async Task<LoadResult> RunAsync(Uri url, double seconds, int? core)
    {
        var octets = await File.ReadAllBytesAsync(Body.File);
        var head = $"POST {url.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {Body.ContentType}\r\n";
        byte[] request = [.. Encoding.Latin1.GetBytes($"{head}Content-Length: {octets.Length}\r\n\r\n"), .. octets];
        for (var done = 0; done < count; done += AtOnce)
        {
            var opened = Enumerable.Range(0, Math.Min(AtOnce, count - done)).Select(_ => OpenAsync(url.Port, request));
            _sockets.AddRange(await Task.WhenAll(opened));
        }

        // What a server does once a connection falls silent, it has done by then.
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return new(count, seconds);
    }

    public override void Rest()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _sockets.Clear();
    }

    private static async Task<Socket> OpenAsync(int port, byte[] request)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.SendAsync(request);
        var answer = new byte[1024];
        return await socket.ReceiveAsync(answer) > 0
            ? socket
            : throw new InvalidOperationException("A connection was closed without an answer.");
    }
}
