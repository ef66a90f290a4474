using System.Diagnostics;
using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Mutated messages: every one is read or refused with <see cref="XmlRpcFormatException"/>, and soon.</summary>
public sealed class ReaderFuzzTests
{
    private const int CorpusSize = 500;

    private static readonly int[] Codes =
    [
        XmlRpcFaultCodes.NotWellFormed,
        XmlRpcFaultCodes.InvalidCharacter,
        XmlRpcFaultCodes.UnsupportedEncoding,
        XmlRpcFaultCodes.InvalidMessage,
        XmlRpcFaultCodes.InvalidParameters,
        XmlRpcFaultCodes.LimitExceeded,
    ];

    /// <summary>Far more than any mutant needs, far less than an endless loop takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    [Theory]
    [Trait("Rule", "R55")]
    [InlineData(10)]
    [InlineData(11)]
    public void R55_MutatedCalls_AreReadOrRefusedInEveryDialectAndWay(int seed)
    {
        var corpus = new DifferentialCallCorpus(seed);
        Fuzz(seed, [.. Enumerable.Range(0, CorpusSize).Select(_ => Encoding.UTF8.GetBytes(corpus.Next()))], static (mutant, dialect) =>
        {
            _ = TryRead(() => XmlRpcMethodCall.Read(mutant, dialect));
            ReadPieces(mutant, dialect);
        });
    }

    [Fact]
    [Trait("Rule", "R44")]
    public void R44_MutatedResponses_AreReadOrRefusedInEveryDialect()
    {
        var corpus = new DifferentialCallCorpus(12);
        var responses = Enumerable.Range(0, CorpusSize).Select(index =>
        {
            var call = corpus.Next();
            var start = call.IndexOf("<value>", StringComparison.Ordinal);
            var end = call.LastIndexOf("</value>", StringComparison.Ordinal);
            var value = start < 0 || end < start ? "<value/>" : call[start..(end + 8)];
            return index % 3 == 0
                ? $"<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int></value></member><member>"
                    + $"<name>faultString</name>{value}</member></struct></value></fault></methodResponse>"
                : $"<?xml version='1.0'?><methodResponse><params><param>{value}</param></params></methodResponse>";
        });
        Fuzz(
            12,
            [.. responses.Select(Encoding.UTF8.GetBytes)],
            static (mutant, dialect) => TryRead(() => XmlRpcMethodResponse.Read(mutant, dialect)));
    }

    private static void Fuzz(int seed, byte[][] corpus, Action<byte[], XmlRpcDialect> read)
    {
        var everything = XmlRpcDialect.Tolerant with { ReadDom = true, ReadSerializable = true };
        var mutator = new DifferentialMutator(seed, [.. DifferentialCallCorpus.Fragments, .. DifferentialXmlCorpus.Fragments]);
        var watch = new Stopwatch();
        for (var i = 0; i < DifferentialXmlTests.Mutants / 4; i++)
        {
            var mutant = mutator.Mutate(corpus[i % CorpusSize], corpus[(i + 7) % CorpusSize]);
            mutant = i % 3 == 0 ? mutator.Mutate(mutant, corpus[(i + 3) % CorpusSize]) : mutant;
            foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant, everything })
            {
                watch.Restart();
                try
                {
                    read(mutant, dialect);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"{Encoding.UTF8.GetString(mutant)}\n{Convert.ToBase64String(mutant)}", exception);
                }

                Assert.True(watch.Elapsed < Bound, Convert.ToBase64String(mutant));
            }
        }
    }

    private static bool TryRead(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (XmlRpcFormatException exception)
        {
            Assert.NotEmpty(exception.Message);
            Assert.Contains(exception.FaultCode, Codes);
            return false;
        }
    }

    /// <summary>Reads the tokens of what lies between the first value's start and the end, in pieces and whole, skipped and not.</summary>
    private static void ReadPieces(byte[] mutant, XmlRpcDialect dialect)
    {
        var start = mutant.AsSpan().IndexOf("<value"u8);
        if (start < 0)
        {
            return;
        }

        var value = mutant.AsSpan(start).ToArray();
        var whole = Tokens(value, dialect, []);
        var pieces = Tokens(value, dialect, [value.Length / 3, value.Length / 2, value.Length - 1]);

        // Of a text that is no UTF-8 the pieces before that place are read first.
        Assert.Equal(whole[^1], pieces[^1]);
        Assert.Equal(whole[..^1], pieces.Take(whole.Count - 1));
        var isCharacters = XmlCharacters.IndexOfMalformed(value) < 0 && XmlCharacters.IndexOfForbidden(value) < 0;
        Assert.True(whole.Count == pieces.Count || !isCharacters);
        var isSkipped = TryRead(() => new XmlRpcReader(value, dialect).Skip());
        Assert.True(isSkipped || whole is [.., "refused"], Convert.ToBase64String(value));
    }

    private static List<string> Tokens(byte[] value, XmlRpcDialect dialect, int[] cuts)
    {
        var tokens = new List<string>();
        var isRead = TryRead(() =>
        {
            var state = new XmlRpcReaderState(dialect);
            foreach (var cut in cuts)
            {
                state = Advance(value.AsSpan(0, cut), isFinal: false, state, tokens);
            }

            Advance(value, isFinal: true, state, tokens);
        });
        tokens.Add(isRead ? "read" : "refused");
        return tokens;
    }

    private static XmlRpcReaderState Advance(ReadOnlySpan<byte> text, bool isFinal, XmlRpcReaderState state, List<string> tokens)
    {
        var reader = new XmlRpcReader(text, isFinal, state);
        while (reader.Read())
        {
            tokens.Add($"{reader.TokenType} {reader.Position}");
        }

        return reader.CurrentState;
    }
}
