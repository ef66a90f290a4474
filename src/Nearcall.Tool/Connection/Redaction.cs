using System.Text.RegularExpressions;

namespace Nearcall.Tool.Connection;

/// <summary>
/// Takes secrets out of what is shown of the wire: the password or the token in use, headers, query values and struct members whose
/// name says that they are secret.
/// </summary>
internal sealed partial class Redaction
{
    private const string Mask = "***";

    // To mask a shorter text wherever it stands would rather give it away.
    private const int ShortestSecret = 4;

    private readonly List<string> _secrets = [];

    /// <summary>Adds a text that is not to be shown, wherever it stands.</summary>
    public void AddSecret(string secret)
    {
        if (secret.Length >= ShortestSecret)
        {
            _secrets.Add(secret);
        }
    }

    public string Header(string name, string value)
    {
        if (!SecretName.IsMatch(name))
        {
            return WithoutSecrets(value);
        }

        // The scheme says how one proves oneself, not with what.
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && blank > 0 ? $"{value[..blank]} {Mask}" : Mask;
    }

    /// <summary>The path and the query of an address.</summary>
    public string Target(Uri address)
    {
        var query = string.Join('&', address.Query.Split('&').Select(Parameter));
        return WithoutSecrets(address.AbsolutePath + query);
    }

    public string Body(string xml) => WithoutSecrets(SecretMember.Replace(xml, $"$1{Mask}$2"));

    [GeneratedRegex(
        "authorization|cookie|passw|passphrase|secret|token|api[-_]?key|session|credential|signature",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName { get; }

    [GeneratedRegex(
        @"(<name>[^<]*(?:passw|passphrase|secret|token|api[-_]?key|session|credential)[^<]*</name>\s*<value[^>]*>).*?(</value>)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex SecretMember { get; }

    private static string Parameter(string pair)
    {
        var name = pair.Split('=')[0];
        return name.Length < pair.Length && SecretName.IsMatch(name) ? $"{name}={Mask}" : pair;
    }

    private string WithoutSecrets(string text) =>
        _secrets.Aggregate(text, static (shown, secret) => shown.Replace(secret, Mask, StringComparison.Ordinal));
}
