using System.Net;

namespace Nearcall;

/// <summary>
/// Follows the redirects that keep a call a call and in good hands, and refuses the rest. Arguments often hold a password, so a
/// call never goes to another host by itself.
/// </summary>
internal static class Redirects
{
    public static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>
    /// Refuses an answer to a request that is no POST any more: a handler below followed a redirect and dropped the call.
    /// </summary>
    public static void ThrowIfNoPost(ClientEndpoint endpoint, HttpResponseMessage response)
    {
        if (response.RequestMessage is { } request && request.Method != HttpMethod.Post)
        {
            throw Refusal(
                endpoint,
                response.StatusCode,
                $"The HTTP client followed a redirect of {endpoint} to {Shown(request.RequestUri)} and turned the call into a "
                + $"{request.Method.Method}: use that address, or switch its AllowAutoRedirect off.");
        }
    }

    public static ClientEndpoint Follow(ClientEndpoint from, HttpResponseMessage response, CallContent content, bool isAllowed)
    {
        var status = response.StatusCode;
        var location = response.Headers.Location;
        var to = location is { IsAbsoluteUri: false } ? new Uri(from.Uri, location) : location;
        var fact = $"{from} answered {(int)status} and redirects to {Shown(to)}";
        if (to is null)
        {
            throw Refusal(from, status, $"{from} answered {(int)status} without saying where to go.");
        }

        if (status is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
        {
            throw Refusal(from, status, $"{fact}, which would turn the call into a GET: use that address.");
        }

        if (!IsSameOrigin(from.Uri, to) && !IsUpgrade(from.Uri, to))
        {
            throw Refusal(from, status, $"{fact}, another origin, which a call is not sent on to: use that address if you trust it.");
        }

        if (content.WasRead && !content.CanBeSentAgain)
        {
            throw Refusal(from, status, $"{fact}. The stream among the arguments cannot be read a second time: use that address.");
        }

        return isAllowed ? from.RedirectedTo(to) : throw Refusal(from, status, $"{fact}: too many redirects.");
    }

    private static bool IsSameOrigin(Uri from, Uri to) =>
        from.Scheme == to.Scheme && from.Port == to.Port && from.IdnHost.Equals(to.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static bool IsUpgrade(Uri from, Uri to) =>
        from.Scheme == Uri.UriSchemeHttp && to.Scheme == Uri.UriSchemeHttps && from.IsDefaultPort && to.IsDefaultPort
        && from.IdnHost.Equals(to.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static string Shown(Uri? uri) =>
        uri is { IsAbsoluteUri: true }
            ? BodyText.OneLine(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), BodyText.Longest)
            : "nowhere";

    private static XmlRpcTransportException Refusal(ClientEndpoint endpoint, HttpStatusCode status, string message) =>
        new(message) { Endpoint = endpoint.Shown, StatusCode = status };
}
