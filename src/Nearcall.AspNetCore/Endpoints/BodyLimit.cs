using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Nearcall;

/// <summary>How much of a body is taken. A method's own limit counts before that of the endpoint, and both before the server's.</summary>
/// <param name="Bytes">The greatest length as it travels.</param>
/// <param name="Octets">The greatest length after decompression.</param>
internal readonly record struct BodyLimit(long Bytes, long Octets)
{
    /// <summary>What Kestrel and IIS allow unless told otherwise; any other number was somebody's decision.</summary>
    public const long ServerDefault = 30_000_000;

    /// <summary>
    /// Sets the server's own limit, which counts octets as they travel and can be set only before anything of the body is read, so that
    /// it leaves room for every method.
    /// </summary>
    /// <returns>The limit of methods that have none of their own.</returns>
    public static BodyLimit Apply(HttpContext http, XmlRpcLimits limits, long greatestOfMethods)
    {
        var decided = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } feature)
        {
            var smaller = Math.Min(limits.MaxBytes, decided ?? long.MaxValue);
            return new BodyLimit(smaller, smaller);
        }

        var isDecided = decided is not null || feature.MaxRequestBodySize is not (null or ServerDefault);
        if (!isDecided || feature.MaxRequestBodySize > limits.MaxBytes)
        {
            feature.MaxRequestBodySize = limits.MaxBytes;
        }

        var bytes = feature.MaxRequestBodySize ?? limits.MaxBytes;
        if (greatestOfMethods <= bytes)
        {
            // The server now counts what travels; what comes out of a decompressing middleware may be more.
            return new BodyLimit(bytes, limits.MaxDecompressedBytes);
        }

        // The server no longer counts for the other methods: their bodies are held to what they state, or to what is read of them.
        feature.MaxRequestBodySize = greatestOfMethods == long.MaxValue ? null : greatestOfMethods;
        return new BodyLimit(bytes, http.Request.ContentLength is null ? bytes : limits.MaxDecompressedBytes);
    }

    /// <summary>Gives the limit of one method.</summary>
    public BodyLimit For(ServedMethod? method) => method?.MaxBytes is { } own ? new BodyLimit(own, own) : this;

    /// <summary>Says whether a request states a body that is longer, or has one.</summary>
    public bool IsExceededBy(HttpRequest request, long octets = 0) => request.ContentLength > Bytes || octets > Octets;
}
