using Nearcall.Generators.Tests.Generation;

namespace Nearcall.Generators.Tests.Types;

/// <summary>What is generated for types, to the letter: see the pairs of files beside this one.</summary>
public sealed class ConverterCaseTests
{
    public static TheoryData<string> Cases => GeneratedCase.In("Types");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generate_Types_GivesTheExpectedFiles(string name)
    {
        var types = new GeneratedCase("Types", name);

        var (program, files) = Programs.Generate(types.Compile());

        types.AssertOutput(files);
        Programs.AssertClean(program);
    }
}
