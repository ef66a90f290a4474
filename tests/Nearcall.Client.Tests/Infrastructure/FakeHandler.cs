using System.Net;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>A primary handler without a network. It takes both kinds of request.</summary>
internal sealed class FakeHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public FakeHandler(string body)
        : this((_, _) => Task.FromResult(Ok(body)))
    {
    }

    public int Requests { get; private set; }

    public static HttpResponseMessage Ok(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "text/xml") };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return answer(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        var response = answer(request, cancellationToken);
        Assert.True(response.IsCompleted, "The fake was asked to wait on a synchronous call.");
        return response.GetAwaiter().GetResult();
    }
}
