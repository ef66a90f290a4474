using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>
/// A server that says exactly the octets that a test gives it, over a real socket. It knows just enough HTTP to find the end of a
/// request.
/// </summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<StubRequest, StubReply> _answer;
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _connections;

    public StubServer(Func<StubRequest, StubReply> answer)
    {
        _answer = answer;
        _listener.Start(2000);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = AcceptAsync();
    }

    public StubServer(StubReply reply)
        : this(_ => reply)
    {
    }

    public int Port { get; }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/RPC2");

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public StubRequest Request => Assert.Single(_requests);

    public int Connections => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            var input = new StubInput(stream, _stop.Token);
            while (await input.ReadRequestAsync() is { } request)
            {
                _requests.Enqueue(request);
                var reply = _answer(request);
                foreach (var piece in reply.Pieces)
                {
                    await stream.WriteAsync(piece, _stop.Token);
                }

                if (reply.IsHanging)
                {
                    // The peer's leaving, or the end of the test, is what ends the wait.
                    await input.ReadRequestAsync();
                    return;
                }

                if (reply.IsClosing)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The client went away, which many a test wants.
        }
    }
}
