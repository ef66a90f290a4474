using System.Text;
using System.Text.Unicode;

namespace Nearcall.Tests.Wire;

/// <summary>That every text is UTF-8 and holds only characters that XML allows (R22, R54), beside what the framework says of it.</summary>
public sealed class CharacterCheckTests
{
    /// <summary>The edges of what the octets of a character can be.</summary>
    private static readonly byte[] Edges =
        [0x00, 0x08, 0x09, 0x0A, 0x0B, 0x0D, 0x1F, 0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
            0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF];

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData(0, 0)]
    [InlineData(0, 100)]
    [InlineData(61, 61)]
    [InlineData(62, 62)]
    [InlineData(63, 0)]
    [InlineData(64, 1)]
    [InlineData(127, 70)]
    public void R54_AnyTwoOctets_Anywhere_AreWhatTheFrameworkSays(int before, int after)
    {
        var text = Around(before, after, 2);
        for (var pair = 0; pair <= 0xFFFF; pair++)
        {
            (text[before], text[before + 1]) = ((byte)(pair >> 8), (byte)pair);
            Compare(text);
        }
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData(0, 64)]
    [InlineData(61, 0)]
    [InlineData(62, 2)]
    [InlineData(63, 80)]
    [InlineData(78, 2)]
    public void R54_FourOctetsFromTheEdges_Anywhere_AreWhatTheFrameworkSays(int before, int after)
    {
        var text = Around(before, after, 4);
        var random = new Random(before);
        foreach (var first in Edges)
        {
            foreach (var second in Edges)
            {
                foreach (var third in Edges)
                {
                    (text[before], text[before + 1], text[before + 2]) = (first, second, third);
                    text[before + 3] = Edges[random.Next(Edges.Length)];
                    Compare(text);
                }
            }
        }
    }

    [Fact]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R54")]
    public void R54_MixedText_OfAnyLengthAndWithOneOctetWrong_IsWhatTheFrameworkSays()
    {
        var random = new Random(54);
        string[] parts = ["a", "plain text of some length that goes on for a while, ", "é", "東", "😀", "\uFFFD", "，", "\r\n", "\t"];
        for (var round = 0; round < 4000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(random.GetItems(parts, random.Next(1, 40))));
            Compare(text);
            text[random.Next(text.Length)] = random.Next(2) == 0 ? Edges[random.Next(Edges.Length)] : (byte)random.Next(256);
            Compare(text);
            Compare(text[..random.Next(text.Length)]);
        }
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData(new byte[] { 0x61, 0xC3, 0x28 }, 1, 0xC3)]
    [InlineData(new byte[] { 0x61, 0xC3, 0xBC, 0xFF }, 3, 0xFF)]
    [InlineData(new byte[] { 0x61, 0x62, 0xE2, 0x82 }, 2, 0xE2)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0, 0xED)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0, 0xC0)]
    public void R54_OctetThatIsNotUtf8_IsRefusedWithItsPlace(byte[] text, int offset, int octet)
    {
        var refusal = Assert.Throws<XmlRpcFormatException>(() => _ = new XmlRpcReader(text));

        Assert.Equal((XmlRpcFaultCodes.InvalidCharacter, "R54", (long?)offset), (refusal.FaultCode, refusal.Rule, refusal.Offset));
        Assert.StartsWith($"The octet 0x{octet:X2} does not belong to a character in utf-8. ", refusal.Problem, StringComparison.Ordinal);
    }

    private static byte[] Around(int before, int after, int gap)
    {
        var text = new byte[before + gap + after];
        Array.Fill(text, (byte)'x');
        return text;
    }

    private static void Compare(byte[] text)
    {
        var (rule, offset) = Expected(text);
        var (strictRule, strictOffset) = Found(text, XmlRpcDialect.Strict);
        var (looseRule, looseOffset) = Found(text, XmlRpcDialect.Strict with { AllowControlCharacters = true });
        if ((rule, offset) != (strictRule, strictOffset) || (rule == "R54" ? (rule, offset) : default) != (looseRule, looseOffset))
        {
            Assert.Fail($"{Convert.ToHexString(text)}: {rule} at {offset}, but {strictRule} at {strictOffset} or {looseRule} at {looseOffset}.");
        }
    }

    private static (string? Rule, long? Offset) Found(byte[] text, XmlRpcDialect dialect)
    {
        // Exceptions are slow, and most of what is tried is malformed.
        if (XmlCharacterCheck.IsAllowed(text, dialect.AllowControlCharacters))
        {
            return default;
        }

        var malformed = XmlCharacters.IndexOfMalformed(text);
        return malformed >= 0 ? ("R54", malformed) : ("R22", XmlCharacters.IndexOfForbidden(text));
    }

    private static (string? Rule, long? Offset) Expected(ReadOnlySpan<byte> text)
    {
        long? forbidden = null;
        for (var position = 0; position < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text[position..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                Assert.False(Utf8.IsValid(text));
                return ("R54", position);
            }

            forbidden ??= rune.Value is (< 0x20 and not (9 or 10 or 13)) or 0xFFFE or 0xFFFF ? position : null;
            position += length;
        }

        return forbidden is null ? default : ("R22", forbidden);
    }
}
