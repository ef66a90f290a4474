using System.Net.Http.Headers;
using Nearcall.Tool.Output;

namespace Nearcall.Tool.Connection;

/// <summary>Shows each request and each answer as they are on the wire, line by line, without secrets.</summary>
internal sealed class WireLog(TextWriter log, Redaction redaction) : DelegatingHandler
{
    private const char Outgoing = '>';
    private const char Incoming = '<';

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Show(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Show(response);
        // The body is shown when it has been read: waiting for it here would hide from the client how the answer ends.
        response.Content = new WireContent(response.Content, body => WriteBody(Incoming, body));
        return response;
    }

    private void Show(HttpRequestMessage request)
    {
        var address = request.RequestUri!;
        WriteLine(Outgoing, $"{request.Method} {redaction.Target(address)} HTTP/{request.Version}");
        if (request.Headers.Host is null)
        {
            WriteLine(Outgoing, $"Host: {address.Authority}");
        }

        WriteHeaders(Outgoing, request.Headers.NonValidated);
        if (request.Content is { } content)
        {
            // Asking for the length is what puts it among the headers.
            _ = content.Headers.ContentLength;
            WriteHeaders(Outgoing, content.Headers.NonValidated);
            request.Content = new SentContent(content, octets => WriteBody(Outgoing, WireText.Of(octets, contentEncoding: "")));
        }
    }

    private void Show(HttpResponseMessage response)
    {
        WriteLine(Incoming, FormattableString.Invariant($"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}"));
        WriteHeaders(Incoming, response.Headers.NonValidated);
        WriteHeaders(Incoming, response.Content.Headers.NonValidated);
    }

    private void WriteHeaders(char direction, HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                WriteLine(direction, $"{name}: {redaction.Header(name, value)}");
            }
        }
    }

    private void WriteBody(char direction, string body)
    {
        WriteLine(direction, "");
        foreach (var line in redaction.Body(body).TrimEnd('\n').Split('\n'))
        {
            WriteLine(direction, line.TrimEnd('\r'));
        }
    }

    private void WriteLine(char direction, string line) =>
        log.WriteLine(line.Length == 0 ? $"{direction}" : $"{direction} {TerminalText.Line(line)}");
}
