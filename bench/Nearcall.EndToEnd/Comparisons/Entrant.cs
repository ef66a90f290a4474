using Nearcall.EndToEnd.Load;
using Nearcall.EndToEnd.Subjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>A server under a load. The first entrant of a setting is what the others are divided by.</summary>
/// <param name="Subject">The server.</param>
/// <param name="Load">What it is loaded with.</param>
/// <param name="Name">Its name in the table, if not the subject's.</param>
/// <param name="Again">A process of its own beside the subject's first: the same measured against itself.</param>
internal sealed record Entrant(Subject Subject, LoadTool Load, string? Name = null, bool Again = false)
{
    public string Title => Again ? $"{Name ?? Subject.Title}, again (A/A)" : Name ?? Subject.Title;

    /// <summary>Why it cannot take part, if so.</summary>
    public string? Missing => Subject.Missing ?? Load.Missing;
}
