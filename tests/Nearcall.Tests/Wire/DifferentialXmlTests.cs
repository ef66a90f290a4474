using System.Globalization;
using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>
/// The tokenizer against System.Xml: both see the same in well-formed documents, and both refuse the others. The one
/// difference is a prefix that nothing declares, which the tokenizer leaves to its caller (R73).
/// </summary>
public sealed class DifferentialXmlTests
{
    private const int CorpusSize = 1000;

    /// <summary>The number of mutants. <c>NEARCALL_MUTANTS=200000</c> asks for the long form.</summary>
    public static int Mutants { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("NEARCALL_MUTANTS"), CultureInfo.InvariantCulture, out var count) ? count : 20_000;

    [Fact]
    [Trait("Rule", "R50")]
    [Trait("Rule", "R52")]
    public void R50_WellFormedDocuments_ShowTheSameEvents()
    {
        foreach (var document in Corpus(1))
        {
            Assert.Null(DifferentialXmlEvents.OfFramework(document).Refusal);
            AssertAgree(document);
        }
    }

    [Fact]
    [Trait("Rule", "R50")]
    [Trait("Rule", "R51")]
    [Trait("Rule", "R54")]
    public void R54_MutatedDocuments_AreReadAlikeOrRefusedByBoth()
    {
        var corpus = Corpus(2);
        var mutator = new DifferentialMutator(3, DifferentialXmlCorpus.Fragments);
        var refused = 0;
        for (var i = 0; i < Mutants; i++)
        {
            var mutant = mutator.Mutate(corpus[i % CorpusSize], corpus[(i + 7) % CorpusSize]);
            refused += AssertAgree(mutant) ? 0 : 1;
        }

        // A corpus of which nearly nothing or nearly everything is refused would prove little.
        Assert.InRange(refused, Mutants / 4, Mutants * 9 / 10);
    }

    private static byte[][] Corpus(int seed)
    {
        var corpus = new DifferentialXmlCorpus(seed);
        return [.. Enumerable.Range(0, CorpusSize).Select(_ => Encoding.UTF8.GetBytes(corpus.Next()))];
    }

    /// <returns>Whether the document is well formed.</returns>
    private static bool AssertAgree(byte[] document)
    {
        var expected = DifferentialXmlEvents.OfFramework(document);
        var actual = DifferentialXmlEvents.OfTokenizer(document);
        if (expected.Refusal?.Contains("undeclared prefix", StringComparison.Ordinal) is true)
        {
            return false;
        }

        if ((expected.Refusal is null) != (actual.Refusal is null) || (expected.Refusal is null && !expected.Events.SequenceEqual(actual.Events)))
        {
            Assert.Fail(
                $"""
                {Encoding.UTF8.GetString(document)}
                {Convert.ToBase64String(document)}
                System.Xml: {expected.Refusal ?? string.Join(" | ", expected.Events)}
                Nearcall:   {actual.Refusal ?? string.Join(" | ", actual.Events)}
                """);
        }

        return expected.Refusal is null;
    }
}
