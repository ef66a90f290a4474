using System.Net;

namespace Nearcall;

/// <summary>An answer with its whole body, decompressed and still unread. Disposing it gives the body's buffer back.</summary>
internal readonly struct HttpAnswer : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly PooledBuffer _body;
    private readonly HttpStatusCode _status;
    private readonly string _reason;
    private readonly TimeSpan? _retryAfter;
    private readonly ContentType _type;

    private HttpAnswer(ClientEndpoint endpoint, HttpResponseMessage response, PooledBuffer body, ClientSettings settings)
    {
        Endpoint = endpoint;
        _settings = settings;
        _body = body;
        _status = response.StatusCode;
        _reason = response.ReasonPhrase ?? "";
        _retryAfter = response.IsSuccessStatusCode ? null : RetryAfter.Of(response, settings.Clock);
        _type = new ContentType(Header(response, "Content-Type"));
    }

    public ClientEndpoint Endpoint { get; }

    public static HttpAnswer Create(ClientEndpoint endpoint, HttpResponseMessage response, PooledBuffer body, ClientSettings settings)
    {
        PooledBuffer? decoded = null;
        try
        {
            var encoding = Header(response, "Content-Encoding").Trim();
            decoded = ContentDecoder.Decode(body, encoding, settings.Limits);
            return decoded is null
                ? throw Unreadable($"is in the content encoding '{BodyText.OneLine(encoding, 40)}', which it was not asked for", null)
                : new HttpAnswer(endpoint, response, decoded, settings);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable("could not be decompressed", e);
        }
        finally
        {
            if (!ReferenceEquals(body, decoded))
            {
                body.Dispose();
            }
        }

        XmlRpcTransportException Unreadable(string what, Exception? cause) =>
            new($"The answer of {endpoint} {what}.", cause) { Endpoint = endpoint.Shown, StatusCode = response.StatusCode };
    }

    /// <summary>Reads the message in the body. Faults come with any status (R42).</summary>
    public XmlRpcResult<T> Read<T>(XmlRpcConverter<T> converter)
    {
        var octets = _body.WrittenMemory;
        var isSuccess = (int)_status is >= 200 and <= 299;
        var isBlank = BodyText.IsBlank(octets.Span);
        if (isBlank || BodyText.IsHtml(octets.Span, _type.IsHtml))
        {
            throw NoMessage(isHtml: !isBlank, cause: null);
        }

        if (isSuccess && !_settings.Dialect.AllowAnyContentType && !_type.IsXml)
        {
            throw ClientFormatError.Create(
                $"The answer has the content type '{BodyText.OneLine(_type.MediaType, 80)}' instead of text/xml.",
                "R43",
                $"XmlRpcDialect.{nameof(XmlRpcDialect.AllowAnyContentType)}");
        }

        try
        {
            return AnswerReader.Read(octets, _type.Charset, converter, _settings);
        }
        catch (XmlRpcFormatException e) when (!isSuccess)
        {
            throw NoMessage(isHtml: false, e);
        }
        catch (XmlRpcFormatException e) when (e.FaultCode == XmlRpcFaultCodes.NotWellFormed && HasNoEnd(octets.Span))
        {
            throw Failure($"The answer of {Endpoint} was cut short after {octets.Length} bytes.", "", isCutShort: true, e);
        }
    }

    public void Dispose() => _body.Dispose();

    private static string Header(HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";

    // A body that the closing of its connection ends looks whole to HTTP.
    private static bool HasNoEnd(ReadOnlySpan<byte> octets) =>
        octets.IndexOf("<methodResponse"u8) >= 0 && octets.LastIndexOf("</methodResponse"u8) < 0;

    private XmlRpcTransportException NoMessage(bool isHtml, Exception? cause)
    {
        var text = BodyText.Of(_body.WrittenSpan);
        var quote = BodyText.Quote(text, isHtml);
        var status = FormattableString.Invariant($"{(int)_status} {BodyText.OneLine(_reason, 60)}").TrimEnd();
        var what = (isHtml, text.Length) switch
        {
            (true, _) => "an HTML page",
            (_, 0) => "an empty body",
            _ => "a body that is no XML-RPC message",
        };
        var end = quote.Length == 0 ? "." : $": \"{quote}\"";
        return Failure($"{Endpoint} answered {status} with {what}{end}", text, isCutShort: false, cause);
    }

    private XmlRpcTransportException Failure(string message, string text, bool isCutShort, Exception? cause) =>
        new(message, cause)
        {
            Endpoint = Endpoint.Shown,
            StatusCode = _status,
            BodyText = text,
            RetryAfter = _retryAfter,
            IsCutShort = isCutShort,
        };
}
