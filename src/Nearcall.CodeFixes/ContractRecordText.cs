using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Nearcall.CodeFixes;

/// <summary>Changes the file in which contracts are recorded, as the diagnostics ask.</summary>
internal static class ContractRecordText
{
    public const string Id = "NEAR0013";

    private const string FileName = "XmlRpcContracts.txt";

    public static TextDocument? Find(Project? project) =>
        project?.AdditionalDocuments.FirstOrDefault(static file => Path.GetFileName(file.FilePath ?? file.Name) == FileName);

    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (Find(project) is not { } file)
        {
            return project.Solution;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var lines = text.Lines.Select(static line => line.ToString()).ToList();
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        foreach (var diagnostic in diagnostics)
        {
            Apply(lines, diagnostic.Properties.GetValueOrDefault("Old"), diagnostic.Properties.GetValueOrDefault("New"));
        }

        var changed = string.Concat(lines.Select(static line => line + "\n"));
        return project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(changed, text.Encoding));
    }

    private static void Apply(List<string> lines, string? old, string? now)
    {
        var place = old is null ? -1 : lines.FindIndex(line => line.Trim() == old);
        if (place >= 0)
        {
            lines.RemoveAt(place);
        }

        if (now is not null && !lines.Contains(now))
        {
            // In the place of the old line, or behind the last of the same contract.
            var contract = now.Substring(0, now.IndexOf(' ') + 1);
            var last = lines.FindLastIndex(line => line.StartsWith(contract, StringComparison.Ordinal));
            lines.Insert(place >= 0 ? place : last >= 0 ? last + 1 : lines.Count, now);
        }
    }
}
