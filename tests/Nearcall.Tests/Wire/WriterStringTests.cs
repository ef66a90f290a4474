using System.Text;

namespace Nearcall.Tests.Wire;

public sealed class WriterStringTests
{
    private static readonly XmlRpcDialect Replacing = new() { WriteInvalidCharacters = XmlRpcInvalidCharacters.Replace };
    private static readonly XmlRpcDialect Removing = new() { WriteInvalidCharacters = XmlRpcInvalidCharacters.Remove };

    public static TheoryData<string, string> Texts => new()
    {
        { "", "" },
        { "abc", "abc" },
        { "a < b & c > d", "a &lt; b &amp; c &gt; d" },
        { "]]>", "]]&gt;" },
        { "\"'", "\"'" },
        { "&amp;", "&amp;amp;" },
        { "\r\n\t x ", "&#13;\n\t x " },
        { "\u007F\u0085\u00A0", "\u007F\u0085\u00A0" },
        { "Zürich, 東京, \U0001F600", "Zürich, 東京, \U0001F600" },
        { "\uFEFF\uFFFD\uFDD0\uFFF0", "\uFEFF\uFFFD\uFDD0\uFFF0" },
        { "\U0001FFFE\U0010FFFF", "\U0001FFFE\U0010FFFF" },
        { "<&>\r", "&lt;&amp;&gt;&#13;" },
    };

    /// <summary>Every character that XML excludes, with its name in messages.</summary>
    public static TheoryData<int, string> InvalidCharacters
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var code in Enumerable.Range(0, 32).Except([9, 10, 13]).Concat([0xFFFE, 0xFFFF]))
            {
                data.Add(code, $"The character U+{code:X4}");
            }

            foreach (var code in (int[])[0xD800, 0xDBFF, 0xDC00, 0xDFFF])
            {
                data.Add(code, $"The lone surrogate U+{code:X4}");
            }

            return data;
        }
    }

    [Theory]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R24")]
    [Trait("Rule", "R26")]
    [Trait("Rule", "R27")]
    [Trait("Rule", "R28")]
    [MemberData(nameof(Texts))]
    public void R22_WriteString_ValidText_IsEscapedAndElseKept(string text, string expected)
    {
        var untyped = XmlRpcDialect.Strict with { WriteUntypedStrings = true };
        var utf8 = Encoding.UTF8.GetBytes(text);

        Assert.Equal($"<value><string>{expected}</string></value>", Writing.Text((ref writer) => writer.WriteString(text)));
        Assert.Equal($"<value><string>{expected}</string></value>", Writing.Text((ref writer) => writer.WriteString(utf8)));
        Assert.Equal($"<value>{expected}</value>", Writing.Text((ref writer) => writer.WriteString(text), untyped));
        Assert.Equal($"<value>{expected}</value>", Writing.Text((ref writer) => writer.WriteString(utf8), untyped));
        Assert.Equal($"<value><string>{expected}</string></value>", Writing.Text((ref writer) => writer.WriteString(text), Replacing));
        Assert.Equal($"<value><string>{expected}</string></value>", Writing.Text((ref writer) => writer.WriteString(utf8), Removing));
    }

    [Theory]
    [Trait("Rule", "R22")]
    [MemberData(nameof(InvalidCharacters))]
    public void R22_WriteString_InvalidCharacter_IsRefusedReplacedOrRemoved(int code, string name)
    {
        var text = $"é{(char)code}&{(char)code}";
        WriteAction write = (ref writer) => writer.WriteString(text);

        Writing.IsRefusal(
            Writing.RefusalWithin(write),
            name + " cannot be written.",
            "R22",
            "XmlRpcDialect.WriteInvalidCharacters",
            Writing.PathWithin,
            Writing.OffsetWithin + "<value><string>éx".Length);
        Assert.Equal("<value><string>é\uFFFD&amp;\uFFFD</string></value>", Writing.Text(write, Replacing));
        Assert.Equal("<value><string>é&amp;</string></value>", Writing.Text(write, Removing));
    }

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData(new byte[] { 0 }, "The character U+0000")]
    [InlineData(new byte[] { 0x1F }, "The character U+001F")]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBE }, "The character U+FFFE")]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBF }, "The character U+FFFF")]
    [InlineData(new byte[] { 0xFF }, "The octet 0xFF, which is not UTF-8,")]
    [InlineData(new byte[] { 0xC3 }, "The octet 0xC3, which is not UTF-8,")]
    [InlineData(new byte[] { 0xE2, 0x82 }, "The octet 0xE2, which is not UTF-8,")]
    public void R22_WriteStringOfUtf8_InvalidOctets_AreRefusedReplacedOrRemoved(byte[] octets, string name)
    {
        byte[] text = [.. "é"u8, .. octets, .. "&"u8, .. octets];
        WriteAction write = (ref writer) => writer.WriteString(text);

        Writing.IsRefusal(
            Writing.RefusalWithin(write),
            name + " cannot be written.",
            "R22",
            "XmlRpcDialect.WriteInvalidCharacters",
            Writing.PathWithin,
            Writing.OffsetWithin + "<value><string>éx".Length);
        Assert.Equal("<value><string>é\uFFFD&amp;\uFFFD</string></value>", Writing.Text(write, Replacing));
        Assert.Equal("<value><string>é&amp;</string></value>", Writing.Text(write, Removing));
    }

    [Fact]
    [Trait("Rule", "R22")]
    public void R22_WriteStringOfUtf8_ManyInvalidOctets_AreReplacedOneByOne() => Assert.Equal(
        "<value><string>\uFFFD\uFFFD\uFFFDa\uFFFD</string></value>",
        Writing.Text((ref writer) => writer.WriteString([0xED, 0xA0, 0x80, (byte)'a', 0x80]), Replacing));

    [Theory]
    [Trait("Rule", "R24")]
    [InlineData("abc")]
    [InlineData("aé東\U0001F600<")]
    [InlineData("\U0001F600")]
    public void R24_WriteString_LongText_SurvivesEveryGrowth(string unit)
    {
        for (var length = 0; length < 2000; length += 97)
        {
            var text = string.Concat(Enumerable.Repeat(unit, length));
            var expected = $"<value><string>{text.Replace("<", "&lt;", StringComparison.Ordinal)}</string></value>";

            Assert.Equal(expected, Writing.Text((ref writer) => writer.WriteString(text)));
            Assert.Equal(expected, Writing.Text((ref writer) => writer.WriteString(Encoding.UTF8.GetBytes(text))));
        }
    }

    [Fact]
    [Trait("Rule", "R24")]
    public void R24_WriteString_RandomUnicode_IsTheSameFromUtf16AndUtf8()
    {
        var random = new Random(24);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Next(random).ToString()));
            var utf8 = Encoding.UTF8.GetBytes(text);
            foreach (var dialect in (XmlRpcDialect[])[Replacing, Removing])
            {
                var expected = Writing.Text((ref writer) => writer.WriteString(text), dialect);

                Assert.Equal(expected, Writing.Text((ref writer) => writer.WriteString(utf8), dialect));
                Assert.DoesNotContain(expected, character => character is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF');
            }
        }
    }

    private static Rune Next(Random random)
    {
        while (true)
        {
            var code = random.Next(4) switch
            {
                0 => random.Next(0x80),
                1 => random.Next(0x800),
                2 => random.Next(0xFF00, 0x10000),
                _ => random.Next(0x110000),
            };
            if (Rune.IsValid(code))
            {
                return new(code);
            }
        }
    }
}
