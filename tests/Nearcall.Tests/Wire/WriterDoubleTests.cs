using System.Buffers;
using System.Globalization;

namespace Nearcall.Tests.Wire;

public sealed class WriterDoubleTests
{
    private static readonly SearchValues<byte> Characters = SearchValues.Create("-.0123456789"u8);
    private static readonly string Zeros = new('0', 400);

    public static TheoryData<double, string> Doubles => new()
    {
        { 2, "2.0" },
        { 0, "0.0" },
        { -0.0, "-0.0" },
        { 1.5, "1.5" },
        { -1.5, "-1.5" },
        { 0.1, "0.1" },
        { 1d / 3, "0.3333333333333333" },
        { 3.141592653589793, "3.141592653589793" },
        { 1e-5, "0.00001" },
        { 0.00012345, "0.00012345" },
        { 1.2345e-7, "0.00000012345" },
        { 999999999999999, "999999999999999.0" },
        { 1e15, "1000000000000000.0" },
        { -1e15, "-1000000000000000.0" },
        { 1e16, "10000000000000000.0" },
        { 9007199254740993, "9007199254740992.0" },
        { 1234567890123456.7, "1234567890123456.8" },
        { 123456789012345.67, "123456789012345.67" },
        { 1e22, "10000000000000000000000.0" },
        { 1e23, "100000000000000000000000.0" },
        { 1e308, "1" + Zeros[..308] + ".0" },
        { double.MaxValue, "17976931348623157" + Zeros[..292] + ".0" },
        { double.MinValue, "-17976931348623157" + Zeros[..292] + ".0" },
        { double.Epsilon, "0." + Zeros[..323] + "5" },
        { -double.Epsilon, "-0." + Zeros[..323] + "5" },
        { 2.2250738585072014E-308, "0." + Zeros[..307] + "22250738585072014" },
        { 2.225073858507201E-308, "0." + Zeros[..307] + "2225073858507201" },
    };

    [Theory]
    [Trait("Rule", "R17")]
    [Trait("Rule", "R20")]
    [MemberData(nameof(Doubles))]
    public void R17_WriteDouble_Finite_IsDigitsPeriodDigits(double value, string expected) =>
        Assert.Equal(expected, TextOf(value));

    [Theory]
    [Trait("Rule", "R20")]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R20_WriteDouble_RandomUnderACulture_ReadsBackExactlyAndHasNoExponent(string culture)
    {
        using var scope = Cultures.Use(culture);
        var random = new Random(20);
        var buffer = PooledBuffer.Rent();
        for (var i = 0; i < 100_000; i++)
        {
            var value = Next(random, i);
            buffer.Clear();
            var writer = new XmlRpcWriter(buffer);
            writer.WriteDouble(value);
            writer.Flush();

            var text = buffer.WrittenSpan["<value><double>".Length..^"</double></value>".Length];
            var period = text.IndexOf((byte)'.');
            Assert.True(period > 0 && period < text.Length - 1, "There are digits on both sides of the period.");
            Assert.False(text.ContainsAnyExcept(Characters));
            Assert.True(text.LastIndexOf((byte)'-') <= 0 && text.LastIndexOf((byte)'.') == period);
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(value),
                BitConverter.DoubleToInt64Bits(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [Trait("Rule", "R18")]
    [InlineData(double.NaN, "nan", "A double that is not a number")]
    [InlineData(double.PositiveInfinity, "inf", "A double that is infinite")]
    [InlineData(double.NegativeInfinity, "-inf", "A double that is infinite")]
    public void R18_WriteDouble_NotFinite_IsRefusedUnlessSwitchedOn(double value, string expected, string problem)
    {
        WriteAction write = (ref writer) => writer.WriteDouble(value);

        Writing.IsRefusal(
            Writing.RefusalWithin(write),
            problem + " cannot be written.",
            "R18",
            "XmlRpcDialect.WriteNonFiniteDouble",
            Writing.PathWithin,
            Writing.OffsetWithin);
        Assert.Equal(
            $"<value><double>{expected}</double></value>", Writing.Text(write, XmlRpcDialect.Strict with { WriteNonFiniteDouble = true }));
    }

    [Theory]
    [Trait("Rule", "R74")]
    [InlineData(2f, "2.0")]
    [InlineData(-0f, "-0.0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(16777216f, "16777216.0")]
    [InlineData(1e10f, "10000000000.0")]
    [InlineData(float.MaxValue, "340282350000000000000000000000000000000.0")]
    [InlineData(float.Epsilon, "0.000000000000000000000000000000000000000000001")]
    public void R74_WriteSingle_Finite_IsShortestForAFloat(float value, string expected) => Assert.Equal(
        $"<value><ex:float>{expected}</ex:float></value>", Writing.Text((ref writer) => writer.WriteSingle(value), Writing.Extensions));

    [Theory]
    [Trait("Rule", "R18")]
    [InlineData(float.NaN, "nan")]
    [InlineData(float.PositiveInfinity, "inf")]
    [InlineData(float.NegativeInfinity, "-inf")]
    public void R18_WriteSingle_NotFinite_IsRefusedUnlessSwitchedOn(float value, string expected)
    {
        WriteAction write = (ref writer) => writer.WriteSingle(value);

        Assert.Equal("R18", Writing.Refusal(write, Writing.Extensions).Rule);
        Assert.Equal(
            $"<value><ex:float>{expected}</ex:float></value>",
            Writing.Text(write, Writing.Extensions with { WriteNonFiniteDouble = true }));
    }

    private static string TextOf(double value) =>
        Writing.Text((ref writer) => writer.WriteDouble(value))["<value><double>".Length..^"</double></value>".Length];

    [Fact]
    [Trait("Rule", "R20")]
    public void R20_WriteDouble_OfUpToSeventeenDigits_HasTheDigitsThatTheFrameworkFinds()
    {
        var random = new Random(21);
        for (var i = 0; i < 200_000; i++)
        {
            var digits = random.NextInt64((long)Math.Pow(10, random.Next(18)));
            var value = (double)(digits / (decimal)Math.Pow(10, random.Next(18))) * (random.Next(2) == 0 ? 1 : -1);
            var framework = value.ToString("R", CultureInfo.InvariantCulture);
            if (!framework.Contains('E', StringComparison.Ordinal))
            {
                Assert.Equal(framework.Contains('.', StringComparison.Ordinal) ? framework : framework + ".0", TextOf(value));
            }
        }
    }

    /// <summary>Any bits, numbers near whole ones, and numbers of a few digits, in turn.</summary>
    private static double Next(Random random, int index)
    {
        while (true)
        {
            var value = (index % 3) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => random.NextInt64(-1L << 54, 1L << 54) + (random.Next(3) / 2d),
                _ => Math.Round(random.NextDouble() * 1e6, random.Next(10)) * Math.Pow(10, random.Next(-20, 20)),
            };
            if (double.IsFinite(value))
            {
                return value;
            }
        }
    }
}
