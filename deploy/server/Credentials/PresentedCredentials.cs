using System.Net.Http.Headers;
using System.Text;

namespace Nearcall.Server.Credentials;

/// <summary>What a request brings: a key, or a name and a password.</summary>
/// <param name="Name">The name; null with a key.</param>
/// <param name="Secret">The key or the password.</param>
internal readonly record struct PresentedCredentials(string? Name, string Secret)
{
    public const string KeyHeader = "X-Api-Key";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Finds them.</summary>
    /// <returns>The credentials; null where there are none, or none that can be read.</returns>
    public static PresentedCredentials? Of(IHeaderDictionary headers)
    {
        if (headers[KeyHeader] is [{ Length: > 0 } key])
        {
            return new PresentedCredentials(null, key);
        }

        if (headers.Authorization is not [{ } text] || !AuthenticationHeaderValue.TryParse(text, out var header) || header.Parameter is not { } parameter)
        {
            return null;
        }

        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => new PresentedCredentials(null, parameter),
            "BASIC" => Basic(parameter),
            _ => null,
        };
    }

    private static PresentedCredentials? Basic(string parameter)
    {
        try
        {
            var pair = Utf8.GetString(Convert.FromBase64String(parameter));
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? null : new PresentedCredentials(pair[..colon], pair[(colon + 1)..]);
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
