using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Nearcall;

/// <summary>How much of a body is read: our limit and the server's, whichever is smaller.</summary>
internal static class BodyLimit
{
    /// <summary>What Kestrel and IIS allow unless told otherwise; any other number was somebody's decision.</summary>
    private const long ServerDefault = 30_000_000;

    /// <summary>Sets the server's own limit, which counts octets as they travel, and gives ours for what is read here.</summary>
    public static long Apply(HttpContext http, XmlRpcLimits limits)
    {
        var decided = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } feature)
        {
            return Math.Min(limits.MaxBytes, decided ?? long.MaxValue);
        }

        var isDecided = decided is not null || feature.MaxRequestBodySize is not (null or ServerDefault);
        if (!isDecided || feature.MaxRequestBodySize > limits.MaxBytes)
        {
            feature.MaxRequestBodySize = limits.MaxBytes;
        }

        // The server now counts what travels; what comes out of a decompressing middleware may be more.
        return limits.MaxDecompressedBytes;
    }
}
