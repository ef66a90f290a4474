using System.Net.Http.Headers;
using System.Text;

namespace Nearcall;

/// <summary>
/// What a client proves itself with. It is sent with the first request, without waiting to be asked, and its secret is never
/// shown.
/// </summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class XmlRpcCredentials
{
    private XmlRpcCredentials(string scheme, string parameter) => Header = new AuthenticationHeaderValue(scheme, parameter);

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>A name and a password (RFC 7617), sent as UTF-8. Over plain HTTP anybody on the way can read them.</summary>
    /// <param name="user">The name; no colon, no control characters.</param>
    /// <param name="password">The password; no control characters.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument holds a character that it must not.</exception>
    public static XmlRpcCredentials Basic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':') || user.Any(char.IsControl))
        {
            throw new ArgumentException("The user name of basic authentication has no colon and no control characters.", nameof(user));
        }

        if (password.Any(char.IsControl))
        {
            throw new ArgumentException("The password of basic authentication has no control characters.", nameof(password));
        }

        return new XmlRpcCredentials("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password)));
    }

    /// <summary>A bearer token (RFC 6750).</summary>
    /// <param name="token">The token: letters, digits and <c>- . _ ~ + / =</c>.</param>
    /// <returns>The credentials.</returns>
    /// <exception cref="ArgumentException"><paramref name="token"/> is null or empty, or holds another character.</exception>
    public static XmlRpcCredentials Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        if (!token.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+' or '/' or '='))
        {
            throw new ArgumentException("A bearer token is made of letters, digits and - . _ ~ + / = only.", nameof(token));
        }

        return new XmlRpcCredentials("Bearer", token);
    }

    /// <summary>Shows the scheme, never the secret.</summary>
    /// <returns>For example <c>Basic ***</c>.</returns>
    public override string ToString() => Header.Scheme + " ***";
}
