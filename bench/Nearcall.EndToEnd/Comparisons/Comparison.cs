using Nearcall.EndToEnd.Plots;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>One question to the entrants.</summary>
/// <param name="Name">What it is called on the command line, and its files in bench/results.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Rounds">How often each entrant is measured, if the command line says nothing else.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Settings">Each has a table of its own.</param>
internal sealed record Comparison(string Name, string Title, int Rounds, double Seconds, IReadOnlyList<Setting> Settings)
{
    /// <summary>What is told of each entrant.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [Figure.Calls, Figure.ServerCpu];

    /// <summary>After how many rounds new processes take the place of the old ones.</summary>
    public int Lifetime { get; init; } = 9;

    /// <summary>How it is drawn, if its settings are points of curves.</summary>
    public CurvePlot? Plot { get; init; }
}
