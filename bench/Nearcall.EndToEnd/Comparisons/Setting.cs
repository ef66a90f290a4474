namespace Nearcall.EndToEnd.Comparisons;

/// <summary>Entrants under like load, whose figures are put side by side.</summary>
internal sealed record Setting(string Title, params IReadOnlyList<Entrant> Entrants)
{
    /// <summary>Where it stands on the axis, if the comparison is drawn.</summary>
    public double At { get; init; }
}
