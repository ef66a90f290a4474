using System.Net;

namespace Nearcall;

/// <summary>What an answer says of itself before its body, and what to say of a body that is no message.</summary>
internal readonly struct AnswerHead
{
    private readonly ClientSettings _settings;
    private readonly HttpStatusCode _status;
    private readonly string _reason;
    private readonly TimeSpan? _retryAfter;

    public AnswerHead(ClientEndpoint endpoint, HttpResponseMessage response, ClientSettings settings)
    {
        Endpoint = endpoint;
        _settings = settings;
        _status = response.StatusCode;
        _reason = response.ReasonPhrase ?? "";
        _retryAfter = response.IsSuccessStatusCode ? null : RetryAfter.Of(response, settings.Clock);
        Encoding = Header(response, "Content-Encoding").Trim();
        Type = new ContentType(Header(response, "Content-Type"));
    }

    public ClientEndpoint Endpoint { get; }

    public ContentType Type { get; }

    /// <summary>The content encoding; empty where there is none.</summary>
    public string Encoding { get; }

    public bool IsSuccess => (int)_status is >= 200 and <= 299;

    /// <summary>Refuses an answer that succeeded and says that it is something else than XML (R43).</summary>
    public void ThrowIfOtherType()
    {
        if (IsSuccess && !_settings.Dialect.AllowAnyContentType && !Type.IsXml)
        {
            throw ClientFormatError.Create(
                $"The answer has the content type '{BodyText.OneLine(Type.MediaType, 80)}' instead of text/xml.",
                "R43",
                $"XmlRpcDialect.{nameof(XmlRpcDialect.AllowAnyContentType)}");
        }
    }

    public XmlRpcTransportException UnknownEncoding() =>
        Failure($"The answer of {Endpoint} is in the content encoding '{BodyText.OneLine(Encoding, 40)}', which it was not asked for.");

    public XmlRpcTransportException NotDecompressed(Exception cause) =>
        Failure($"The answer of {Endpoint} could not be decompressed.", cause: cause);

    /// <summary>Says what came instead of a message.</summary>
    public XmlRpcTransportException NoMessage(ReadOnlySpan<byte> body, bool isHtml, Exception? cause)
    {
        var text = BodyText.Of(body);
        var quote = BodyText.Quote(text, isHtml);
        var status = FormattableString.Invariant($"{(int)_status} {BodyText.OneLine(_reason, 60)}").TrimEnd();
        var what = (isHtml, text.Length) switch
        {
            (true, _) => "an HTML page",
            (_, 0) => "an empty body",
            _ => "a body that is no XML-RPC message",
        };
        var end = quote.Length == 0 ? "." : $": \"{quote}\"";
        return Failure($"{Endpoint} answered {status} with {what}{end}", text, cause: cause);
    }

    public XmlRpcTransportException CutShort(long bytes, Exception cause) =>
        Failure(FormattableString.Invariant($"The answer of {Endpoint} was cut short after {bytes} bytes."), isCutShort: true, cause: cause);

    private static string Header(HttpResponseMessage response, string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";

    private XmlRpcTransportException Failure(string message, string text = "", bool isCutShort = false, Exception? cause = null) =>
        new(message, cause)
        {
            Endpoint = Endpoint.Shown,
            StatusCode = _status,
            BodyText = text,
            RetryAfter = _retryAfter,
            IsCutShort = isCutShort,
        };
}
