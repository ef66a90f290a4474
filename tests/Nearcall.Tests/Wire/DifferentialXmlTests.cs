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

    /// <summary>What the reader skips or hands over unread goes through the product's own check of start and end tags.</summary>
    [Fact]
    [Trait("Rule", "R76")]
    public void R76_MutatedFragments_AreHandedOverWhereSystemXmlReadsThem()
    {
        var corpus = Corpus(13);
        var dialect = DialectSwitch.StrictWith(nameof(XmlRpcDialect.ReadDom));
        var mutator = new DifferentialMutator(14, DifferentialXmlCorpus.Fragments);
        for (var i = 0; i < Mutants / 2; i++)
        {
            var fragment = mutator.Mutate(corpus[i % CorpusSize], corpus[(i + 7) % CorpusSize]);
            byte[] value = [.. "<value><dom>"u8, .. fragment, .. "</dom></value>"u8];
            var expected = DifferentialXmlEvents.OfFramework(value).Refusal;
            if (expected?.Contains("undeclared prefix", StringComparison.Ordinal) is true)
            {
                continue;
            }

            var isHandedOver = Read(value, dialect) is { } octets && octets.Span.SequenceEqual(fragment);
            Assert.True(isHandedOver == expected is null, Encoding.UTF8.GetString(value));
        }
    }

    private static ReadOnlyMemory<byte>? Read(byte[] value, XmlRpcDialect dialect)
    {
        try
        {
            return new XmlRpcReader(value, dialect).ReadValue().AsOctets();
        }
        catch (XmlRpcFormatException)
        {
            return null;
        }
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

        var isWellFormed = expected.Refusal is null;
        if (isWellFormed != (actual.Refusal is null) || (isWellFormed && !expected.Events.SequenceEqual(actual.Events)))
        {
            Assert.Fail(
                $"""
                {Encoding.UTF8.GetString(document)}
                {Convert.ToBase64String(document)}
                System.Xml: {expected.Refusal ?? string.Join(" | ", expected.Events)}
                Nearcall:   {actual.Refusal ?? string.Join(" | ", actual.Events)}
                """);
        }

        return isWellFormed;
    }
}
