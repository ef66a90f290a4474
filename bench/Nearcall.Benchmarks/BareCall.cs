using System.Buffers;

namespace Nearcall.Benchmarks;

/// <summary>
/// The HTTP work of one call and nothing else: a POST of octets that are there already, with the headers of a call, and its answer in a
/// rented array.
/// </summary>
internal sealed class BareCall(HttpClient http) : IDisposable
{
    private static readonly byte[] Call =
        """
        <?xml version="1.0" encoding="utf-8"?><methodCall><methodName>add</methodName><params><param><value><int>10</int></value></param><param><value><int>5</int></value></param></params></methodCall>
        """u8.ToArray();

    private static readonly Uri Address = new("http://localhost/RPC2");

    private readonly CancellationTokenSource _timeout = new();

    /// <summary>With a time-out of its own, as a program would write it.</summary>
    public async Task<int> WithTimeoutAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(100));
        return await SendAsync(timeout.Token).ConfigureAwait(false);
    }

    /// <summary>With the time-out of the call before it, set again.</summary>
    public async Task<int> WithSharedTimeoutAsync()
    {
        _timeout.CancelAfter(TimeSpan.FromSeconds(100));
        var length = await SendAsync(_timeout.Token).ConfigureAwait(false);
        _timeout.TryReset();
        return length;
    }

    public void Dispose() => _timeout.Dispose();

    private async ValueTask<int> SendAsync(CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(Call);
        content.Headers.TryAddWithoutValidation("Content-Type", "text/xml");
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        request.Headers.TryAddWithoutValidation("User-Agent", "Nearcall/0.1.0");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        int count;
        while ((count = await stream.ReadAsync(body.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            length += count;
        }

        ArrayPool<byte>.Shared.Return(body);
        return length;
    }
}
