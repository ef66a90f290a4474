using System.Buffers;
using System.Text;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>
/// The HTTP work of one call and nothing else: a POST of octets that are there already, with the headers of a call, and its answer in a
/// rented array. Its time-out is that of the call before it, set again.
/// </summary>
internal sealed class BareCall(HttpClient http) : IDisposable
{
    private static readonly byte[] Call = Encoding.UTF8.GetBytes(
        Answers.Prolog + "<methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param>"
        + "<param><value><int>5</int></value></param></params></methodCall>");

    private static readonly Uri Address = new("http://host/");

    private readonly CancellationTokenSource _timeout = new();

    public async Task<int> AddAsync()
    {
        _timeout.CancelAfter(TimeSpan.FromSeconds(100));
        var content = new ByteArrayContent(Call);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        request.Headers.TryAddWithoutValidation("User-Agent", "Nearcall/0.1.0");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _timeout.Token).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(_timeout.Token).ConfigureAwait(false);
        var body = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        int count;
        while ((count = await stream.ReadAsync(body.AsMemory(length), _timeout.Token).ConfigureAwait(false)) > 0)
        {
            length += count;
        }

        ArrayPool<byte>.Shared.Return(body);
        _timeout.TryReset();
        return length == 0 ? 0 : 15;
    }

    public void Dispose() => _timeout.Dispose();
}
