namespace Nearcall.EndToEnd.Comparisons;

/// <summary>One question to the servers.</summary>
/// <param name="Name">What it is called on the command line, and its files in bench/results.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Rounds">How often each entrant is measured, if the command line says nothing else.</param>
/// <param name="Seconds">How long one measurement takes.</param>
/// <param name="Settings">Each has a table of its own.</param>
internal sealed record Comparison(string Name, string Title, int Rounds, double Seconds, IReadOnlyList<Setting> Settings);
