using System.Net;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>
/// Answers every request with the same octets: at once, or when it is told to, on the thread that tells it. It writes the request to
/// nowhere first, as a connection would.
/// </summary>
internal sealed class ConstantHandler(bool isAtOnce) : HttpMessageHandler
{
    private static readonly byte[] Octets = Encoding.UTF8.GetBytes(Answers.Of("<int>15</int>"));

    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _waiting = new(16);

    /// <summary>Answers all that wait.</summary>
    public void Answer()
    {
        while (_waiting.TryDequeue(out var answer))
        {
            answer.SetResult(Response());
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        Assert.True(sent.IsCompletedSuccessfully);
        if (isAtOnce)
        {
            return Task.FromResult(Response());
        }

        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _waiting.Enqueue(answer);
        return answer.Task;
    }

    private static HttpResponseMessage Response()
    {
        var content = new ByteArrayContent(Octets);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
