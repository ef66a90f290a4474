using Nearcall.Generators.Tests.Generation;

namespace Nearcall.Generators.Tests.Contracts;

/// <summary>What is generated for contracts, to the letter: see the pairs of files beside this one.</summary>
public sealed class ContractCaseTests
{
    public static TheoryData<string> Cases => GeneratedCase.In("Contracts");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generate_Contract_GivesTheExpectedFiles(string name)
    {
        var contract = new GeneratedCase("Contracts", name);

        var (program, files) = Programs.Generate(contract.Compile());

        contract.AssertOutput(files);
        Programs.AssertClean(program);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Generate_Twice_GivesTheSame(string name)
    {
        var contract = new GeneratedCase("Contracts", name);

        var first = Programs.Generate(contract.Compile()).Files.Select(file => file.HintName + file.SourceText);
        var second = Programs.Generate(contract.Compile()).Files.Select(file => file.HintName + file.SourceText);

        Assert.Equal(first, second);
    }
}
