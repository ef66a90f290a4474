using System.Buffers;

namespace Nearcall;

/// <summary>Which names methods may have (R08, R59).</summary>
internal static class MethodNames
{
    public const string SystemPrefix = "system.";

    private static readonly SearchValues<char> Proper =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/");

    public static bool IsProper(string name) => !name.AsSpan().ContainsAnyExcept(Proper);

    /// <summary>Puts a prefix before a name, with a point between the two unless the prefix ends in a sign that separates.</summary>
    public static string Join(string? prefix, string name) =>
        string.IsNullOrEmpty(prefix) ? name : prefix[^1] is '.' or ':' or '/' ? prefix + name : $"{prefix}.{name}";

    public static bool IsReserved(string name) => name.StartsWith(SystemPrefix, StringComparison.Ordinal);
}
