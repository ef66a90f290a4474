using System.Buffers;

namespace Nearcall;

/// <summary>Checks headers before they are sent, so that no value can start a header or a body of its own.</summary>
internal static class RequestHeaders
{
    private static readonly SearchValues<char> Printable = SearchValues.Create(
        "\t" + string.Concat(Enumerable.Range(0x20, 0x5F).Select(static c => (char)c)));

    public static void ThrowIfInvalid(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            ThrowIfInvalid(name, value);
        }
    }

    /// <summary>Says what cannot be sent. The value may be a secret and is not shown.</summary>
    public static void ThrowIfInvalid(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.AsSpan().ContainsAnyExcept(Printable))
        {
            throw new ArgumentException($"The value of the header '{name}' holds a character that is not printable ASCII.", nameof(value));
        }

        // The framework knows which headers belong to a body and what a name is made of.
        using var probe = new HttpRequestMessage();
        if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) ||
            name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ||
            !probe.Headers.TryAddWithoutValidation(name, value))
        {
            throw new ArgumentException("A header has a name that is no token, or one that belongs to the body.", nameof(name));
        }
    }
}
