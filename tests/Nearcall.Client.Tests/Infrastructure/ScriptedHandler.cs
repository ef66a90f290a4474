using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A primary handler that takes each request and does the next thing of a script with it.</summary>
internal sealed class ScriptedHandler(params ScriptedHandler.Step[] script) : HttpMessageHandler
{
    /// <summary>What becomes of one request.</summary>
    public delegate HttpResponseMessage Step(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>The bodies that were sent, in order; null where the request was not sent at all.</summary>
    public List<string?> Bodies { get; } = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public static Step Unreachable { get; } = static (_, _) =>
        throw new HttpRequestException(HttpRequestError.ConnectionError, "no", new SocketException((int)SocketError.ConnectionRefused));

    public static Step Broken { get; } = static (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The server hung up.");

    public static Step Five { get; } = Answer(Answers.Five);

    public static Step Answer(string body) => (_, _) => FakeHandler.Ok(body);

    public static Step Status(HttpStatusCode status, string? retryAfter = null, string body = "busy") => (_, _) =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "text/plain") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    };

    /// <summary>A server that is frozen: it takes the request, and time passes until the client gives up.</summary>
    public static Step Frozen(ManualClock clock, TimeSpan time) => (_, cancellationToken) =>
    {
        clock.Advance(time);
        cancellationToken.ThrowIfCancellationRequested();
        throw new InvalidOperationException("The client still waits.");
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = Next(request);
        Bodies.Add(step == Unreachable ? null : await request.Content!.ReadAsStringAsync(CancellationToken.None));
        return step(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var step = Next(request);
        if (step == Unreachable)
        {
            Bodies.Add(null);
        }
        else
        {
            var body = new MemoryStream();
            request.Content!.CopyTo(body, null, CancellationToken.None);
            Bodies.Add(Encoding.UTF8.GetString(body.ToArray()));
        }

        return step(request, cancellationToken);
    }

    private Step Next(HttpRequestMessage request)
    {
        Requests.Add(request);
        Assert.True(Requests.Count <= script.Length, "The client tried more often than it may.");
        return script[Requests.Count - 1];
    }
}
