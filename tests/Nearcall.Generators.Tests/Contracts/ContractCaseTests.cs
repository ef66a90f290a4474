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

    // Where a generator fails, an editor loses all that it gave: it must bear what is half written.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Generate_UnfinishedContract_DoesNotFail(string name)
    {
        const int Cuts = 15;
        var input = new GeneratedCase("Contracts", name).Input;

        for (var cut = 1; cut < Cuts; cut++)
        {
            var end = input.Length * cut / Cuts;
            Programs.Generate(Programs.Compile("Unfinished", ("Unfinished.cs", input[..end])));
            Programs.Generate(Programs.Compile("Holed", ("Holed.cs", input.Remove(end, Math.Min(6, input.Length - end)))));
        }
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
