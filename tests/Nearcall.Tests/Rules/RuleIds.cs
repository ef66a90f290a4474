using System.Globalization;
using System.Text.RegularExpressions;

namespace Nearcall.Tests.Rules;

internal static partial class RuleIds
{
    private const int Count = 81;

    public static IReadOnlyList<string> All { get; } =
        [.. Enumerable.Range(1, Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"R{number:00}"))];

    /// <summary>The ids in a text, each once, in order. An id is not part of a longer word.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Id().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<![A-Za-z0-9])R[0-9]{2}(?![0-9])")]
    private static partial Regex Id();
}
