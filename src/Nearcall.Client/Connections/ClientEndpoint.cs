using System.Net.Http.Headers;

namespace Nearcall;

/// <summary>An address without its user info, and what that stood for.</summary>
internal sealed class ClientEndpoint
{
    private ClientEndpoint(Uri uri, AuthenticationHeaderValue? authorization)
    {
        Uri = uri;
        Authorization = authorization;
        Shown = new Uri(uri.GetLeftPart(UriPartial.Path));
    }

    public Uri Uri { get; }

    /// <summary>The address for messages: a query may carry a session, so it is left out.</summary>
    public Uri Shown { get; }

    public AuthenticationHeaderValue? Authorization { get; }

    /// <summary>Takes an address apart. What is wrong with it is said without showing it: it may hold a password.</summary>
    public static ClientEndpoint Create(Uri uri, Uri? baseAddress, XmlRpcCredentials? credentials, bool isHttpOnly)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            uri = baseAddress is null
                ? throw new ArgumentException("The address is relative, and there is no base address.", nameof(uri))
                : new Uri(baseAddress, uri);
        }

        if (uri.Host.Length == 0 || (isHttpOnly && uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The address of a server begins with http:// or https:// and names a host.", nameof(uri));
        }

        var authorization = FromUserInfo(uri.UserInfo) ?? credentials;
        return new ClientEndpoint(WithoutUserInfo(uri), authorization?.Header);
    }

    public ClientEndpoint RedirectedTo(Uri uri) => new(WithoutUserInfo(uri), Authorization);

    public override string ToString() => Shown.AbsoluteUri;

    private static XmlRpcCredentials? FromUserInfo(string userInfo)
    {
        if (userInfo.Length == 0)
        {
            return null;
        }

        var colon = userInfo.IndexOf(':', StringComparison.Ordinal);
        var user = colon < 0 ? userInfo : userInfo[..colon];
        var password = colon < 0 ? "" : userInfo[(colon + 1)..];
        return XmlRpcCredentials.Basic(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
    }

    private static Uri WithoutUserInfo(Uri uri) =>
        uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
            ? uri
            : new UriBuilder(uri) { UserName = "", Password = "", Fragment = "" }.Uri;
}
