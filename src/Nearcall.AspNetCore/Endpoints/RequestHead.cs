using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Nearcall;

/// <summary>What the head of a request says about its body.</summary>
internal static class RequestHead
{
    /// <summary>Says why the body is not even read, if so.</summary>
    public static RequestRefusal? Refuse(HttpRequest request, XmlRpcServerOptions options, long greatestOfMethods)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return RequestRefusal.NotPost;
        }

        // A page on another site can post text/plain or a form without asking; it cannot post text/xml. So the type is not taken lightly.
        if (!options.Dialect.AllowAnyContentType && !IsXml(request.ContentType))
        {
            return RequestRefusal.ContentType;
        }

        // Request decompression, where the application uses it, has taken this header away.
        if (!IsIdentity(request.Headers.ContentEncoding))
        {
            return RequestRefusal.ContentEncoding;
        }

        return request.ContentLength > Math.Max(options.Limits.MaxBytes, greatestOfMethods) ? RequestRefusal.TooLarge : null;
    }

    /// <summary>Gives the charset parameter of the content type, which counts for more than the document's own declaration (R25).</summary>
    public static string? Charset(HttpRequest request) =>
        request.ContentType switch
        {
            null or "text/xml" => null,
            "text/xml; charset=utf-8" or "text/xml;charset=utf-8" or "text/xml; charset=UTF-8" or "text/xml;charset=UTF-8" => "utf-8",
            { } text => text.Contains(';') && MediaTypeHeaderValue.TryParse(text, out var type) && type.Charset.HasValue
                ? HeaderUtilities.RemoveQuotes(type.Charset).ToString()
                : null,
        };

    private static bool IsXml(string? contentType)
    {
        if (contentType is "text/xml")
        {
            return true;
        }

        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xml", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsIdentity(StringValues encodings) =>
        encodings.Count == 0 || (encodings.Count == 1 && string.Equals(encodings[0], "identity", StringComparison.OrdinalIgnoreCase));
}
