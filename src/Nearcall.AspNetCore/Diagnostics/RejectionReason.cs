namespace Nearcall;

/// <summary>The values of <see cref="TelemetryTags.RejectionReason"/>.</summary>
internal static class RejectionReason
{
    public const string HttpMethod = "http_method";
    public const string ContentType = "content_type";
    public const string ContentEncoding = "content_encoding";
    public const string TooLarge = "too_large";
    public const string Transport = "transport";
    public const string Malformed = "malformed";
    public const string Limit = "limit";
}
