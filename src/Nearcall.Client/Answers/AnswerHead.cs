namespace Nearcall;

/// <summary>What an answer says of itself before its body, looked up when it is asked for, and what to say of a body that is no message.</summary>
internal readonly struct AnswerHead(ClientEndpoint endpoint, HttpResponseMessage response, ClientSettings settings)
{
    public ClientEndpoint Endpoint => endpoint;

    public ContentType Type => new(Header("Content-Type"));

    /// <summary>The content encoding; empty where there is none.</summary>
    public string Encoding => Header("Content-Encoding").Trim();

    public bool IsSuccess => response.IsSuccessStatusCode;

    /// <summary>Refuses an answer that succeeded and says that it is something else than XML (R43).</summary>
    public void ThrowIfOtherType()
    {
        if (IsSuccess && !settings.Dialect.AllowAnyContentType && !Type.IsXml)
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
        var status = FormattableString.Invariant($"{(int)response.StatusCode} {BodyText.OneLine(response.ReasonPhrase ?? "", 60)}").TrimEnd();
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

    private string Header(string name) =>
        response.Content.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : "";

    private XmlRpcTransportException Failure(string message, string text = "", bool isCutShort = false, Exception? cause = null) =>
        new(message, cause)
        {
            Endpoint = Endpoint.Shown,
            StatusCode = response.StatusCode,
            BodyText = text,
            RetryAfter = IsSuccess ? null : RetryAfter.Of(response, settings.Clock),
            IsCutShort = isCutShort,
        };
}
