using System.Net.Http.Headers;

namespace Nearcall.EndToEnd.Subjects.Clients;

/// <summary>The limit of a client: <see cref="HttpClient"/> posts constant octets and reads the answer to its end.</summary>
internal sealed class HttpSubject(Uri url) : ClientSubject
{
    private static readonly byte[] Request =
    [
        .. """<?xml version="1.0"?><methodCall><methodName>add</methodName><params>"""u8,
        .. "<param><value><int>10</int></value></param><param><value><int>5</int></value></param></params></methodCall>"u8,
    ];

    private static readonly MediaTypeHeaderValue ContentType = new("text/xml");

    private readonly HttpClient _http = new(new SocketsHttpHandler());

    public override async Task CallAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Request) };
        request.Content.Headers.ContentType = ContentType;
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }

    public override void Dispose() => _http.Dispose();
}
