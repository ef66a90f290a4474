using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nearcall.Tests.Rules;

/// <summary>Keeps <c>docs/rules.md</c> and the code on one page.</summary>
public sealed partial class RulesDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.PathOf("docs/rules.md"));

    private static readonly Dictionary<string, string> Comments = XDocument
        .Load(Path.ChangeExtension(typeof(XmlRpcDialect).Assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Value);

    public static TheoryData<string> Switches { get; } =
    [
        .. typeof(XmlRpcDialect).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name),
    ];

    [Fact]
    public void Document_Headings_NameEveryRuleOnceInOrder()
    {
        var headings = RuleHeading().Matches(Document).Select(match => match.Groups[1].Value);

        Assert.Equal(RuleIds.All, headings);
    }

    [Fact]
    public void Document_Table_ListsTheSwitchesOfTheDialectAndNoOthers()
    {
        var rows = Row().Matches(Document).Select(row => row.Groups["switch"].Value);

        Assert.Equal(Switches.Select(row => row.Data).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Document_Switch_StandsWithTheRulesOfItsDocComment(string name)
    {
        var rules = RuleIds.In(Comments[$"P:Nearcall.{nameof(XmlRpcDialect)}.{name}"]);

        Assert.NotEmpty(rules);
        Assert.Equal(rules, RuleIds.In(RowOf(name).Groups["rules"].Value));
        Assert.Contains(rules, rule => SectionOf(rule).Contains($"`{name}`", StringComparison.Ordinal)
            || SectionOf(rule).Contains($"`{name} =", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public void Document_Switch_StandsWithTheDefaultsOfTheCode(string name)
    {
        var row = RowOf(name);

        Assert.Equal(Show(name, XmlRpcDialect.Strict), row.Groups["strict"].Value);
        Assert.Equal(Show(name, XmlRpcDialect.Tolerant), row.Groups["tolerant"].Value);
    }

    [Fact]
    public void Document_Links_LeadToRulesThatExist()
    {
        var targets = Link().Matches(Document).Select(match => match.Groups[1].Value.ToUpperInvariant());

        Assert.Empty(targets.Except(RuleIds.All));
    }

    [Fact]
    public void DocComments_RuleIds_AreOnesOfTheDocument()
    {
        var unknown = Comments.SelectMany(comment => RuleIds.In(comment.Value)).Except(RuleIds.All);

        Assert.Empty(unknown);
    }

    private static Match RowOf(string name) => Row().Matches(Document).Single(row => row.Groups["switch"].Value == name);

    private static string SectionOf(string rule)
    {
        var start = Document.IndexOf($"### {rule}\n", StringComparison.Ordinal);
        var end = Document.IndexOf("\n##", start + 1, StringComparison.Ordinal);
        return Document[start..end];
    }

    private static string Show(string name, XmlRpcDialect dialect) =>
        typeof(XmlRpcDialect).GetProperty(name)!.GetValue(dialect) switch
        {
            true => "on",
            false => "off",
            var value => $"`{value}`",
        };

    [GeneratedRegex(@"^### (R\d\d)$", RegexOptions.Multiline)]
    private static partial Regex RuleHeading();

    [GeneratedRegex(@"^\| `(?<switch>\w+)` \| (?<rules>\[R\d\d\][^|]*) \| (?<strict>[^|]+) \| (?<tolerant>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\(#(r\d\d)\)")]
    private static partial Regex Link();
}
