namespace Nearcall;

/// <summary>Takes a <c>Content-Type</c> apart by hand, as servers send ones that no strict parser takes.</summary>
internal readonly struct ContentType(string header)
{
    private const string Utf8 = "utf-8";

    public bool IsXml => Is("text/xml") || Is("application/xml");

    public bool IsHtml => Is("text/html") || Is("application/xhtml+xml");

    /// <summary>The type without its parameters, in small letters; empty where there is none.</summary>
    public string MediaType => Bare.ToString().ToLowerInvariant();

    /// <summary>The charset as it was written, without quotes; null where there is none.</summary>
    public string? Charset
    {
        get
        {
            ReadOnlySpan<char> last = default;
            var rest = header.AsSpan(Math.Min(Bare.Length, header.Length));
            foreach (var range in rest.Split(';'))
            {
                var parameter = rest[range].Trim();
                if (parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
                {
                    last = parameter["charset=".Length..].Trim().Trim("\"'");
                }
            }

            return last.IsEmpty ? null : last.Equals(Utf8, StringComparison.OrdinalIgnoreCase) ? Utf8 : last.ToString();
        }
    }

    private ReadOnlySpan<char> Bare
    {
        get
        {
            var end = header.IndexOf(';', StringComparison.Ordinal);
            return (end < 0 ? header : header.AsSpan(0, end)).Trim();
        }
    }

    private bool Is(string type) => Bare.Equals(type, StringComparison.OrdinalIgnoreCase);
}
