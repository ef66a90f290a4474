using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Nearcall.EndToEnd.Load;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>A server that answers.</summary>
internal sealed class RunningServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Subject _subject;
    private readonly RunningProcess _process;

    private RunningServer(Subject subject, RunningProcess process, int port)
    {
        _subject = subject;
        _process = process;
        Url = new UriBuilder("http", "127.0.0.1", port, subject.Path).Uri;
    }

    private Uri Url { get; }

    public double CpuSeconds => ProcessTree.CpuSeconds(_process.Id);

    public long ResidentBytes => ProcessTree.ResidentBytes(_process.Id);

    public Uri UrlFor(Body body) => new(Url, body.Url ?? _subject.Path);

    public static async Task<RunningServer> StartAsync(Subject subject, int? core)
    {
        var port = FreePort();
        var command = subject.Start(port);
        var speaking = subject.Http2 ? command with { Arguments = [.. command.Arguments, "http2"] } : command;
        var server = new RunningServer(subject, RunningProcess.Start(speaking.On(core)), port);
        await server.WaitAsync();
        return server;
    }

    /// <summary>Sends one call, and reads what comes before anything is measured: a server that answers faults is fast.</summary>
    /// <exception cref="InvalidOperationException">The answer isn't the one that the body asks for.</exception>
    public async Task CheckAsync(Body body)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Post, UrlFor(body))
        {
            Version = _subject.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(await File.ReadAllBytesAsync(body.File)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.ContentType);
        using var answer = await http.SendAsync(request);
        var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        if (answer.StatusCode != HttpStatusCode.OK || !text.Contains(_subject.ConstantAnswer ?? body.Expected, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{_subject.Title} answers {(int)answer.StatusCode}: {text[..Math.Min(text.Length, 400)]}"));
        }
    }

    public void Dispose() => _process.Dispose();

    private async Task WaitAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!_process.HasExited)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, Url.Port, deadline.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(20, deadline.Token);
            }
        }

        throw new InvalidOperationException($"{_subject.Title} ended at once. {_process.Errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
