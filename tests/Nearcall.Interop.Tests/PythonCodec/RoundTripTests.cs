using System.Buffers;
using System.Text;

namespace Nearcall.Interop.Tests.PythonCodec;

/// <summary>100,000 random values of a kind, from Nearcall's writer to Python's reader and the other way round, to the last bit.</summary>
public sealed class RoundTripTests
{
    private const int Batches = 100;
    private const int BatchSize = 1000;

    // Python writes a great or small double with an exponent.
    private static readonly XmlRpcDialect Dialect = XmlRpcDialect.Strict with { AllowDoubleExponent = true };

    private static readonly XmlRpcLimits Limits = new() { MaxBytes = 1 << 30 };

    [Fact]
    [Trait("Rule", "R17")]
    [Trait("Rule", "R20")]
    public async Task WriteDouble_RandomBits_PythonReadsTheSameBits()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var random = new Random(17);
        using var python = new CodecPeer();
        for (var batch = 0; batch < Batches; batch++)
        {
            var values = NextDoubles(random);

            var read = await python.ReadDoublesAsync(Write([.. values.Select(value => (XmlRpcValue)value)]), cancellationToken);

            Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), read.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    [Trait("Rule", "R17")]
    [Trait("Rule", "R20")]
    public async Task ReadDouble_WrittenByPython_HasTheSameBits()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var random = new Random(18);
        using var python = new CodecPeer();
        for (var batch = 0; batch < Batches; batch++)
        {
            var values = NextDoubles(random);

            var read = Read(await python.WriteDoublesAsync(values, cancellationToken));

            Assert.Equal(
                values.Select(BitConverter.DoubleToInt64Bits),
                read.Select(value => BitConverter.DoubleToInt64Bits(value.AsDouble())));
        }
    }

    [Fact]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R24")]
    [Trait("Rule", "R26")]
    public async Task WriteString_RandomUnicode_PythonReadsTheSameText()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var random = new Random(22);
        using var python = new CodecPeer();
        for (var batch = 0; batch < Batches; batch++)
        {
            var values = NextStrings(random);

            var read = await python.ReadStringsAsync(Write([.. values.Select(value => (XmlRpcValue)value)]), cancellationToken);

            Assert.Equal(values, read);
        }
    }

    [Fact]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R24")]
    [Trait("Rule", "R26")]
    public async Task ReadString_WrittenByPython_HasTheSameText()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var random = new Random(23);
        using var python = new CodecPeer();
        for (var batch = 0; batch < Batches; batch++)
        {
            var values = NextStrings(random);

            var read = Read(await python.WriteStringsAsync(values, cancellationToken));

            // Python writes a carriage return as it is, and XML makes a line feed of it.
            Assert.Equal(values.Select(WithLineFeeds), read.Select(value => value.AsString()));
        }
    }

    private static ReadOnlyMemory<byte> Write(XmlRpcValue[] values)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodResponse.Write(output, XmlRpcArray.Create(values), Dialect);
        return output.WrittenMemory;
    }

    private static XmlRpcArray Read(byte[] message) => XmlRpcMethodResponse.Read(message, Dialect, Limits).Value.AsArray();

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static double[] NextDoubles(Random random)
    {
        var values = new double[BatchSize];
        for (var i = 0; i < BatchSize;)
        {
            // Half of them spread over all bits, half over numbers as people write them.
            var value = i % 2 == 0
                ? BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))
                : (random.NextDouble() - 0.5) * 1e6;
            if (double.IsFinite(value))
            {
                values[i++] = value;
            }
        }

        return values;
    }

    private static string[] NextStrings(Random random) => [.. Enumerable.Range(0, BatchSize).Select(_ => NextString(random))];

    private static string NextString(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(40); length > 0; length--)
        {
            text.Append(NextRune(random));
        }

        return text.ToString();
    }

    private static Rune NextRune(Random random)
    {
        while (true)
        {
            var value = random.Next(4) switch
            {
                0 => "\t\n\r<>&\"']/= "[random.Next(12)],
                1 => random.Next(0x20, 0x300),
                2 => random.Next(0x10000),
                _ => random.Next(0x110000),
            };
            if (Rune.TryCreate(value, out var rune) && value is not (< 0x20 and not ('\t' or '\n' or '\r') or 0xFFFE or 0xFFFF))
            {
                return rune;
            }
        }
    }
}
