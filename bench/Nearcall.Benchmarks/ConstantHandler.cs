using System.Net;

namespace Nearcall.Benchmarks;

/// <summary>Answers every request with the same octets, once it has written the request to nowhere, so that HTTP costs the same each time.</summary>
internal sealed class ConstantHandler : HttpMessageHandler
{
    private static readonly byte[] Answer =
        """<?xml version="1.0"?><methodResponse><params><param><value><int>15</int></value></param></params></methodResponse>"""u8.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        var content = new ByteArrayContent(Answer);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }
}
