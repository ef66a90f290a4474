using System.Text.RegularExpressions;

namespace Nearcall.EndToEnd.Pages;

/// <summary>
/// Puts the tables of bench/results into a page: what stands between <c>&lt;!-- result: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c> is
/// replaced by the file of that name, so that no figure of the page is typed by hand.
/// </summary>
internal static partial class PerformancePage
{
    public static void Fill(string page, string results) => File.WriteAllText(page, Place().Replace(
        File.ReadAllText(page),
        place => $"{place.Groups["start"].Value}\n\n{Table(Path.Combine(results, $"{place.Groups["name"].Value}.md"))}\n\n<!-- end -->"));

    private static string Table(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : "Not measured yet.";

    [GeneratedRegex("(?<start><!-- result: (?<name>[a-zA-Z0-9-]+) -->).*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Place();
}
