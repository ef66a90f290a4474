using Microsoft.CodeAnalysis.Text;
using Nearcall.Tests.Rules;

namespace Nearcall.Generators.Tests.Diagnostics;

/// <summary>
/// A program in <c>Cases/NEARnnnn</c>. Its first lines are comments with the diagnostics that are expected, id and message; <c>[|</c> and
/// <c>|]</c> stand around the places, in the same order. A file <c>*.fixed</c> beside it is the program behind the code fixes,
/// <c>*.record</c> and <c>*.record.fixed</c> are the recorded contracts.
/// </summary>
internal sealed class AnalyzerCase
{
    private const string Folder = "tests/Nearcall.Generators.Tests/Diagnostics/Cases";

    private AnalyzerCase(string path)
    {
        Name = System.IO.Path.GetRelativePath(Repository.PathOf(Folder), path).Replace('\\', '/');
        Id = Name.Split('/')[0];
        Fixed = TextOf(".fixed");
        Record = TextOf(".record");
        FixedRecord = TextOf(".record.fixed");
        var lines = File.ReadAllText(path).Split('\n');
        var expected = lines.TakeWhile(static line => line.StartsWith("// NEAR", StringComparison.Ordinal)).ToArray();
        Expected = [.. expected.Select(static line => line[3..])];
        (Source, Places) = Unmark(string.Join('\n', lines.Skip(expected.Length)));

        string? TextOf(string extension) =>
            File.Exists(System.IO.Path.ChangeExtension(path, extension)) ? File.ReadAllText(System.IO.Path.ChangeExtension(path, extension)) : null;
    }

    public static IReadOnlyList<string> Names { get; } =
        [.. Repository.Files(Folder, "*.cs").Select(static path => new AnalyzerCase(path).Name).Order(StringComparer.Ordinal)];

    public string Name { get; }

    public string Id { get; }

    public string Source { get; }

    public string? Fixed { get; }

    public string? Record { get; }

    public string? FixedRecord { get; }

    public IReadOnlyList<string> Expected { get; }

    public IReadOnlyList<TextSpan> Places { get; }

    public static AnalyzerCase Of(string name) => new(Repository.PathOf($"{Folder}/{name}"));

    private static (string Source, IReadOnlyList<TextSpan> Places) Unmark(string marked)
    {
        List<TextSpan> places = [];
        while (marked.IndexOf("[|", StringComparison.Ordinal) is var start and >= 0)
        {
            var end = marked.IndexOf("|]", start, StringComparison.Ordinal) - 2;
            places.Add(TextSpan.FromBounds(start, end));
            marked = marked.Remove(end + 2, 2).Remove(start, 2);
        }

        return (marked, places);
    }
}
