using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>Texts long enough for the wide roads, with whatever needs care anywhere in them, into outputs of any size (R22, R26, R27).</summary>
public sealed class WriterLongTextTests
{
    private static readonly string[] Parts =
    [
        "a", "seven c", "plain words of more than thirty-two characters, all of them ASCII; ", "&", "<", ">", "\r", "\n", "\t", "\r\n", "]]>", "\"'",
        "é", "東京", "😀", "\uFFFD", "\u007F", "\u0080", "\u2028", "\uFEFF",
    ];

    private static readonly string[] Invalid = ["\u0001", "\0", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"];

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(4000)]
    public void R22_Text_OfAnyParts_IsEscapedOneByOne(int surplus)
    {
        var random = new Random(22 + surplus);
        var dialect = XmlRpcDialect.Strict with { WriteInvalidCharacters = XmlRpcInvalidCharacters.Replace };
        for (var round = 0; round < 1500; round++)
        {
            var text = string.Concat(random.GetItems(Parts, random.Next(30)));
            var expected = $"<value><string>{Escaped(text)}</string></value>";
            Assert.Equal(expected, Written(text, surplus, XmlRpcDialect.Strict));
            Assert.Equal(expected, Written(Encoding.UTF8.GetBytes(text), surplus, XmlRpcDialect.Strict));

            var place = random.Next(text.Length + 1);
            if (place > 0 && place < text.Length && char.IsLowSurrogate(text[place]))
            {
                place++;
            }

            var invalid = Invalid[random.Next(Invalid.Length)];
            expected = $"<value><string>{Escaped(text[..place])}\uFFFD{Escaped(text[place..])}</string></value>";
            Assert.Equal(expected, Written(text[..place] + invalid + text[place..], surplus, dialect));
            if (!char.IsSurrogate(invalid[0]))
            {
                Assert.Equal(expected, Written(Encoding.UTF8.GetBytes(text[..place] + invalid + text[place..]), surplus, dialect));
            }
        }
    }

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData("&")]
    [InlineData("\n")]
    [InlineData("é")]
    [InlineData("😀")]
    public void R22_OneThing_AnywhereInText_IsEscaped(string thing)
    {
        for (var length = 0; length < 100; length++)
        {
            for (var place = 0; place <= length; place++)
            {
                var text = new string('x', place) + thing + new string('y', length - place);

                Assert.Equal($"<value><string>{Escaped(text)}</string></value>", Written(text, 0, XmlRpcDialect.Strict));
            }
        }
    }

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\r", "&#13;", StringComparison.Ordinal);

    private static string Written(string text, int surplus, XmlRpcDialect dialect)
    {
        var output = new Segments(surplus);
        var writer = new XmlRpcWriter(output, dialect);
        writer.WriteString(text);
        writer.Flush();
        return Encoding.UTF8.GetString(output.Written);
    }

    private static string Written(byte[] text, int surplus, XmlRpcDialect dialect)
    {
        var output = new Segments(surplus);
        var writer = new XmlRpcWriter(output, dialect);
        writer.WriteString(text);
        writer.Flush();
        return Encoding.UTF8.GetString(output.Written);
    }
}
