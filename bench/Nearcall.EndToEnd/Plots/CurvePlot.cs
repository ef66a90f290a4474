namespace Nearcall.EndToEnd.Plots;

/// <summary>How the settings of a comparison become curves: each entrant a line, each setting a point.</summary>
/// <param name="Axis">What the settings stand for.</param>
/// <param name="Label">The text of a setting on the axis.</param>
/// <param name="Panels">What is drawn, side by side.</param>
internal sealed record CurvePlot(string Axis, Func<double, string> Label, params IReadOnlyList<Panel> Panels);
