namespace Nearcall.Documentation.Tests;

/// <summary>What the documentation shows compiles.</summary>
public sealed class SnippetTests
{
    public static TheoryData<int, string> Snippets { get; } =
        new(Snippet.All.Select((snippet, index) => new TheoryDataRow<int, string>(index, snippet.ToString())));

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_InTheDocumentation_Compiles(int index, string place)
    {
        var errors = SnippetCompiler.Compile(Snippet.All[index].Code, Snippet.All[index].IsFragment);

        Assert.True(errors.Count == 0, $"{place} does not compile:\n{string.Join('\n', errors)}");
    }

    [Fact]
    public void Compile_UnknownMember_IsAnError() =>
        Assert.Contains(SnippetCompiler.Compile(["using Nearcall; XmlRpcDialect.Sloppy.ToString();"]), error => error.Contains("CS0117", StringComparison.Ordinal));

    [Fact]
    public void Compile_NullWhereNoneMayBe_IsAnError() =>
        Assert.Contains(SnippetCompiler.Compile(["string text = null;", "Console.WriteLine(text.Length);"]), error => error.Contains("CS8600", StringComparison.Ordinal));

    [Fact]
    public void In_ContinuedBlock_HoldsTheBlocksBeforeIt()
    {
        string[] lines = ["```csharp", "var a = 1;", "```", "text", "```csharp continued", "a++;", "```", "```sh", "ls", "```"];

        var snippets = Snippet.In("x.md", lines);

        Assert.Equal([["var a = 1;"], ["var a = 1;", "a++;"]], snippets.Select(snippet => snippet.Code));
    }
}
