using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>
/// The reader in its strict dialect against a decoder of a page that rests on System.Xml: both read the same values, or both
/// refuse.
/// </summary>
public sealed class DifferentialCallTests
{
    private const int CorpusSize = 1000;

    [Fact]
    [Trait("Rule", "R41")]
    [Trait("Rule", "R50")]
    public void R50_ValidCalls_GiveTheSameValues()
    {
        foreach (var call in Corpus(4))
        {
            Assert.True(AssertAgree(call), Encoding.UTF8.GetString(call));
        }
    }

    [Fact]
    [Trait("Rule", "R41")]
    [Trait("Rule", "R54")]
    public void R41_MutatedCalls_GiveTheSameValuesOrAreRefusedByBoth()
    {
        var corpus = Corpus(5);
        var mutator = new DifferentialMutator(6, DifferentialCallCorpus.Fragments);
        var refused = 0;
        for (var i = 0; i < DifferentialXmlTests.Mutants; i++)
        {
            var mutant = mutator.Mutate(corpus[i % CorpusSize], corpus[(i + 7) % CorpusSize]);
            refused += AssertAgree(mutant) ? 0 : 1;
        }

        Assert.InRange(refused, DifferentialXmlTests.Mutants / 4, DifferentialXmlTests.Mutants * 19 / 20);
    }

    private static byte[][] Corpus(int seed)
    {
        var corpus = new DifferentialCallCorpus(seed);
        return [.. Enumerable.Range(0, CorpusSize).Select(_ => Encoding.UTF8.GetBytes(corpus.Next()))];
    }

    /// <returns>Whether the call was read.</returns>
    private static bool AssertAgree(byte[] document)
    {
        var root = DifferentialXmlElement.Read(document, out var isUndeclared);
        var expected = root is null ? null : DifferentialCallOracle.Read(root);
        var actual = DifferentialCall.Read(document, out var refusal);
        if (!isUndeclared && !Equals(expected, actual))
        {
            Assert.Fail(
                $"""
                {Encoding.UTF8.GetString(document)}
                {Convert.ToBase64String(document)}
                oracle:   {expected?.ToString() ?? (root is null ? "not well formed" : "no call")}
                Nearcall: {actual?.ToString() ?? refusal}
                """);
        }

        return expected is not null;
    }
}
