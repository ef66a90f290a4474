using Nearcall.Tests.Rules;

namespace Nearcall.Documentation.Tests;

/// <summary>A block of C# in a Markdown file. <c>```csharp continued</c> goes on where the block before it ended.</summary>
internal sealed record Snippet(string File, int Line, IReadOnlyList<string> Code)
{
    private const string Fence = "```";
    private const string CSharp = Fence + "csharp";
    private const string Continued = CSharp + " continued";

    public static IReadOnlyList<Snippet> All { get; } = [.. MarkdownFiles().SelectMany(file => In(file, System.IO.File.ReadAllLines(Repository.PathOf(file))))];

    public static IEnumerable<string> MarkdownFiles() =>
        Repository.Files(".", "*.md").Select(path => Path.GetRelativePath(Repository.Root, path)).Where(path => !path.StartsWith("artifacts", StringComparison.Ordinal));

    /// <summary>Other pages may show a part of a program; the README shows all of it.</summary>
    public bool IsFragment => File != "README.md";

    public override string ToString() => $"{File}:{Line}";

    internal static IEnumerable<Snippet> In(string file, string[] lines)
    {
        List<string> before = [];
        for (var i = 0; i < lines.Length; i++)
        {
            var opening = lines[i].TrimEnd();
            if (!opening.StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var start = i + 1;
            i = Array.FindIndex(lines, start, line => line.TrimEnd() == Fence);
            if (i < 0)
            {
                throw new InvalidOperationException($"{file}:{start}: this block never ends.");
            }

            if (opening is CSharp or Continued)
            {
                var code = string.Join('\n', lines[start..i]);
                before = opening == Continued ? [.. before, code] : [code];
                yield return new Snippet(file, start, before);
            }
        }
    }
}
