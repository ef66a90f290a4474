using System.Text.RegularExpressions;

namespace Nearcall.Tests.Rules;

/// <summary>Every rule of <c>docs/rules.md</c> is held by a test that carries its id.</summary>
public sealed partial class EveryRuleHasATestTests
{
    [Fact]
    public void Rules_WithoutATest_DoNotExist()
    {
        var carried = Repository.Files("tests", "*.cs").Select(File.ReadAllText).SelectMany(Carried).ToHashSet();
        var missing = RuleIds.All.Where(rule => !carried.Contains(rule)).ToArray();

        Assert.True(missing.Length == 0, $"{missing.Length} rules have no test: {string.Join(", ", missing)}");
    }

    [Theory]
    [InlineData("""[Trait("Rule", "R98")]""")]
    [InlineData("public void R98_Integer_TooLarge_IsRefused()")]
    [InlineData("public async Task R98_Call_Get_IsRefused()")]
    [InlineData("""[InlineData("R98", 1)]""")]
    [InlineData("""{ "R98", "<int>1</int>" },""")]
    [InlineData("""new("R98", "<int>1</int>"),""")]
    public void Carried_TestThatNamesTheRule_Counts(string source) => Assert.Equal(["R98"], Carried(source));

    [Theory]
    [InlineData("// R98 is tested elsewhere")]
    [InlineData("""Assert.Equal("see R98", text)""")]
    [InlineData("""var id = "R980";""")]
    [InlineData("""Assert.Equal("R98", exception.Rule)""")]
    public void Carried_TextThatMerelyMentionsTheRule_DoesNotCount(string source) => Assert.Empty(Carried(source));

    // A trait, the start of a test's name, or a row of data: not a comment, nor what a test expects of an error.
    private static IEnumerable<string> Carried(string source) =>
        Carrier().Matches(source).Select(match => match.Groups["id"].Value).Distinct();

    [GeneratedRegex("""
        Trait\("Rule",\s*"(?<id>R\d\d)"\)
        | \b(?:void|Task|ValueTask)\s+(?<id>R\d\d)_
        | InlineData\([^\n]*?"(?<id>R\d\d)"
        | (?: ^\s* | (?<!\w)[({[]\s* | \bnew\( | \bAdd\( )"(?<id>R\d\d)",
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Carrier();
}
