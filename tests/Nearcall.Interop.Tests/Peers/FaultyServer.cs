using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A server that takes connections and sends the same octets to each, whatever is asked; or none.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly byte[]? _answer;
    private readonly Task _loop;

    private FaultyServer(byte[]? answer)
    {
        _answer = answer;
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/RPC2";
        _loop = ServeAsync();
    }

    public string Url { get; }

    /// <summary>An address where nobody listens.</summary>
    public static string ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/RPC2";
    }

    /// <summary>Takes the call and keeps the connection open without a word.</summary>
    public static FaultyServer Silent() => new(null);

    /// <summary>Takes the call, sends a text as it stands and closes the connection.</summary>
    public static FaultyServer Sending(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Takes the call, answers it and closes the connection.</summary>
    /// <param name="head">The status line and headers, without <c>Content-Length</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="length">The length that the head promises; null for the true one.</param>
    public static FaultyServer Answering(string head, string body, int? length = null)
    {
        var octets = Encoding.UTF8.GetBytes(body);
        var promise = (length ?? octets.Length).ToString(CultureInfo.InvariantCulture);
        return new([.. Encoding.ASCII.GetBytes($"{head}\r\nContent-Length: {promise}\r\n\r\n"), .. octets]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _loop;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                var buffer = new byte[4096];
                var asked = new StringBuilder();
                while (!asked.ToString().Contains("</methodCall>", StringComparison.Ordinal))
                {
                    var count = await stream.ReadAsync(buffer, _stopping.Token);
                    if (count == 0)
                    {
                        return;
                    }

                    asked.Append(Encoding.UTF8.GetString(buffer, 0, count));
                }

                if (_answer is null)
                {
                    await Task.Delay(Timeout.Infinite, _stopping.Token);
                }

                await stream.WriteAsync(_answer, _stopping.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
