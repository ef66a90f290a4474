using System.Text;
using Microsoft.CodeAnalysis;
using Nearcall.Tests.Rules;

namespace Nearcall.Generators.Tests.Generation;

/// <summary>
/// A pair of files: <c>X.input.cs</c>, which a user writes, and <c>X.output.cs</c>, all that is generated for it. A pair is added by
/// adding the input and running the tests with <c>UPDATE_GENERATED=1</c>.
/// </summary>
internal sealed class GeneratedCase(string folder, string name)
{
    private const string Root = "tests/Nearcall.Generators.Tests";
    private const string FileMark = "// ---- ";

    public string Name => name;

    public string Input { get; } = File.ReadAllText(Repository.PathOf($"{Root}/{folder}/{name}.input.cs"));

    private string OutputPath { get; } = Repository.PathOf($"{Root}/{folder}/{name}.output.cs");

    /// <summary>The names of the cases of a folder.</summary>
    public static TheoryData<string> In(string folder) =>
        [.. Repository.Files($"{Root}/{folder}", "*.input.cs").Select(path => Path.GetFileName(path)[..^".input.cs".Length])];

    /// <summary>Compiles the input alone.</summary>
    public Compilation Compile() => Programs.Compile(name, ($"{name}.cs", Input));

    /// <summary>Holds what is generated to the output file, or writes it there if the environment asks for that.</summary>
    public void AssertOutput(IEnumerable<GeneratedSourceResult> files)
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.HintName, StringComparer.Ordinal))
        {
            text.Append(FileMark).Append(file.HintName).Append('\n').Append(file.SourceText);
        }

        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(OutputPath, text.ToString());
        }

        Assert.Equal(File.Exists(OutputPath) ? File.ReadAllText(OutputPath) : "", text.ToString());
    }

    /// <summary>Takes the output file apart again.</summary>
    public IEnumerable<(string Path, string Text)> OutputFiles() =>
        File.ReadAllText(OutputPath).Split(FileMark, StringSplitOptions.RemoveEmptyEntries).Select(static file =>
        {
            var end = file.IndexOf('\n', StringComparison.Ordinal);
            return (file[..end], file[(end + 1)..]);
        });
}
