namespace Nearcall;

/// <summary>Takes a <c>Content-Type</c> apart by hand, as servers send ones that no strict parser takes.</summary>
internal static class ContentType
{
    public static (string? MediaType, string? Charset) Parse(string header)
    {
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        string? charset = null;
        foreach (var parameter in parts.AsSpan(1))
        {
            if (parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            {
                charset = parameter["charset=".Length..].Trim().Trim('"', '\'');
            }
        }

        return (parts[0].Length == 0 ? null : parts[0].ToLowerInvariant(), string.IsNullOrEmpty(charset) ? null : charset);
    }
}
