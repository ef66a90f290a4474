using System.Buffers;

namespace Nearcall;

/// <summary>Which names methods may have (R08, R59).</summary>
internal static class MethodNames
{
    public const string SystemPrefix = "system.";

    private static readonly SearchValues<char> Proper =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:/");

    public static bool IsProper(string name) => !name.AsSpan().ContainsAnyExcept(Proper);

    public static bool IsReserved(string name) => name.StartsWith(SystemPrefix, StringComparison.Ordinal);
}
