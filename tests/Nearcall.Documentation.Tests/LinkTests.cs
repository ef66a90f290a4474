using System.Text.RegularExpressions;
using Nearcall.Tests.Rules;

namespace Nearcall.Documentation.Tests;

/// <summary>What the documentation points to is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Files { get; } = [.. Snippet.MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_WithinTheRepository_LeadSomewhere(string file)
    {
        var text = File.ReadAllText(Repository.PathOf(file));
        var broken = Link().Matches(text)
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Exists(file, target));

        Assert.Empty(broken);
    }

    private static bool Exists(string file, string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? Repository.PathOf(file) : Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, parts[0]);
        if (parts.Length == 1)
        {
            return Path.Exists(path);
        }

        return File.Exists(path) && File.ReadLines(path).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]);
    }

    // As GitHub makes them: lower case, without punctuation, blanks become hyphens.
    private static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"(?<!\!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
