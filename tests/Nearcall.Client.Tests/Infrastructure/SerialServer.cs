using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A server that serves one connection at a time, one request on each, and waits for that request however long it takes.</summary>
internal sealed class SerialServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public SerialServer(StubReply reply)
    {
        _listener.Start(200);
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/RPC2");
        _ = ServeAsync(reply);
    }

    public string Url { get; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(StubReply reply)
    {
        while (true)
        {
            using var peer = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = peer.GetStream();
            if (await new StubInput(stream, _stop.Token).ReadRequestAsync() is not null)
            {
                await stream.WriteAsync(reply.Pieces[0], _stop.Token);
            }
        }
    }
}
