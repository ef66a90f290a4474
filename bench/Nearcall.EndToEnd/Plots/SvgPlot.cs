using System.Globalization;
using System.Net;
using System.Text;

namespace Nearcall.EndToEnd.Plots;

/// <summary>Draws curves as SVG: panels side by side, a legend above, through each point a bar from its least sample to its greatest.</summary>
internal sealed class SvgPlot
{
    private const int PanelWidth = 440;
    private const int PanelHeight = 280;
    private const int Left = 64;
    private const int Gap = 84;
    private const int Top = 86;
    private const int Bottom = 56;
    private const int Right = 32;

    // The first curve is what the others are measured by; where it is drawn again it is paler.
    private const string AgainColour = "#c5cad3";

    private static readonly string[] Colours = ["#6b7280", "#1d4ed8", "#c2410c", "#15803d", "#7e22ce", "#b91c1c"];

    private readonly StringBuilder _text = new();

    private SvgPlot()
    {
    }

    public static string Draw(string title, CurvePlot plot, IReadOnlyList<(Panel Panel, IReadOnlyList<Curve> Curves)> panels)
    {
        var drawing = new SvgPlot();
        var width = Left + panels.Count * PanelWidth + (panels.Count - 1) * Gap + Right;
        drawing.Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {Top + PanelHeight + Bottom}" """);
        drawing.Line($"""font-family="sans-serif" font-size="12" fill="#1f2937">""");
        drawing.Line($"""<rect width="100%" height="100%" fill="#ffffff"/>""");
        drawing.Text(Left, 24, title, """font-size="16" font-weight="bold" """);
        drawing.Legend(panels[0].Curves);
        for (var i = 0; i < panels.Count; i++)
        {
            drawing.Panel(Left + i * (PanelWidth + Gap), plot, panels[i].Panel, panels[i].Curves);
        }

        drawing.Line($"</svg>");
        return drawing._text.ToString();
    }

    private void Legend(IReadOnlyList<Curve> curves)
    {
        var x = Left;
        for (var i = 0; i < curves.Count; i++)
        {
            Line($"""<rect x="{x}" y="40" width="14" height="4" rx="2" fill="{Colour(curves, i)}"/>""");
            Text(x + 20, 46, curves[i].Title);
            x += 44 + 7 * curves[i].Title.Length;
        }
    }

    private void Panel(int left, CurvePlot plot, Panel panel, IReadOnlyList<Curve> curves)
    {
        var places = curves[0].Points.Select(point => point.At).ToArray();
        var points = curves.SelectMany(curve => curve.Points).ToArray();
        var x = Scale.Exact(places, left, PanelWidth);
        var y = Scale.Round(
            points.Min(point => point.Least), points.Max(point => point.Greatest), panel.Logarithmic, Top + PanelHeight, -PanelHeight);

        Text(left, Top - 14, panel.Title, """font-weight="bold" """);
        foreach (var tick in y.Ticks)
        {
            Line($"""<line x1="{left}" x2="{left + PanelWidth}" y1="{y[tick]:F1}" y2="{y[tick]:F1}" stroke="#e5e7eb"/>""");
            var label = tick.ToString(tick >= 1000 ? "N0" : "0.######", CultureInfo.InvariantCulture);
            Text(left - 8, y[tick] + 4, label, """text-anchor="end" """);
        }

        foreach (var tick in x.Ticks)
        {
            Line($"""<line x1="{x[tick]:F1}" x2="{x[tick]:F1}" y1="{Top + PanelHeight}" y2="{Top + PanelHeight + 5}" stroke="#9ca3af"/>""");
            Text(x[tick], Top + PanelHeight + 20, plot.Label(tick), """text-anchor="middle" """);
        }

        Text(left + PanelWidth / 2.0, Top + PanelHeight + 42, plot.Axis, """text-anchor="middle" fill="#4b5563" """);
        for (var i = 0; i < curves.Count; i++)
        {
            Draw(curves[i], Colour(curves, i), x, y);
        }
    }

    private static string Colour(IReadOnlyList<Curve> curves, int index) => curves[index].IsAgain
        ? AgainColour
        : Colours[curves.Take(index).Count(curve => !curve.IsAgain)];

    private void Draw(Curve curve, string colour, Scale x, Scale y)
    {
        var points = string.Join(' ', curve.Points.Select(point =>
            string.Create(CultureInfo.InvariantCulture, $"{x[point.At]:F1},{y[point.Height]:F1}")));
        Line($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>""");
        foreach (var (at, height, least, greatest) in curve.Points)
        {
            Line($"""<line x1="{x[at]:F1}" x2="{x[at]:F1}" y1="{y[least]:F1}" y2="{y[greatest]:F1}" stroke="{colour}"/>""");
            Line($"""<circle cx="{x[at]:F1}" cy="{y[height]:F1}" r="3.5" fill="{colour}"/>""");
        }
    }

    private void Text(double x, double y, string text, string style = "") =>
        Line($"""<text x="{x:F1}" y="{y:F1}" {style}>{WebUtility.HtmlEncode(text)}</text>""");

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
