using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Strings, and values without a type, as the strict reader takes and refuses them (R22 to R29).</summary>
public sealed class ReaderStringTests
{
    [Theory]
    [Trait("Rule", "R22")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("&quot;&apos;", "\"'")]
    [InlineData("a > b ] c ]] d", "a > b ] c ]] d")]
    [InlineData("\t\n", "\t\n")]
    [InlineData("\u007F\u0085\u00A0\u2028\uFEFF\uFFFD", "\u007F\u0085\u00A0\u2028\uFEFF\uFFFD")]
    public void R22_String_EscapedText_IsRead(string text, string expected)
    {
        Assert.Equal(expected, ReadTyped($"<string>{text}</string>"));
        Assert.Equal(expected, ReadTyped(text));
    }

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData("\u0001")]
    [InlineData("\0")]
    [InlineData("\u001F")]
    [InlineData("\u000B")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public void R22_String_CharacterThatXmlForbids_IsRefused(string character)
    {
        RefuseTyped($"<string>ab¦{character}</string>", "R22", "AllowControlCharacters", XmlRpcFaultCodes.InvalidCharacter);
        RefuseTyped($"<string>ab<!-- é ¦{character}--></string>", "R22", "AllowControlCharacters", XmlRpcFaultCodes.InvalidCharacter);
    }

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData("&#0;", "AllowControlCharacters")]
    [InlineData("&#x1;", "AllowControlCharacters")]
    [InlineData("&#31;", "AllowControlCharacters")]
    [InlineData("&#xFFFF;", "AllowControlCharacters")]
    [InlineData("&#xD800;", null)]
    [InlineData("&#xDFFF;", null)]
    [InlineData("&#x110000;", null)]
    [InlineData("&#99999999999999999999;", null)]
    public void R22_String_ReferenceToAForbiddenCharacter_IsRefused(string reference, string? allowedBy) =>
        RefuseTyped($"<string>ab¦{reference}</string>", "R22", allowedBy, XmlRpcFaultCodes.InvalidCharacter);

    [Fact]
    [Trait("Rule", "R23")]
    public void R23_Bytes_ThatAreNoUtf8_AreNoString()
    {
        byte[] text = [.. "<value><string>"u8, 0xFF, 0xD8, 0xFF, 0xE0, .. "</string></value>"u8];

        var exception = Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader(text, XmlRpcDialect.Tolerant).ReadValue());

        Assert.Equal((XmlRpcFaultCodes.InvalidCharacter, 15L), (exception.FaultCode, exception.Offset));
    }

    [Theory]
    [Trait("Rule", "R24")]
    [InlineData("äöü ß")]
    [InlineData("Ω中文العربية")]
    [InlineData("😀𐐀🇩🇪\U0010FFFD")]
    [InlineData("e\u0301")]
    public void R24_String_AnyScript_IsRead(string text) => Assert.Equal(text, ReadTyped($"<string>{text}</string>"));

    [Theory]
    [Trait("Rule", "R24")]
    [InlineData("&#228;&#xE4;", "ää")]
    [InlineData("&#x1F600;&#128512;", "😀😀")]
    [InlineData("&#x0000000041;", "A")]
    public void R24_String_NumericReferences_AreRead(string text, string expected) =>
        Assert.Equal(expected, ReadTyped($"<string>{text}</string>"));

    [Theory]
    [Trait("Rule", "R26")]
    [InlineData("  a  ", "  a  ")]
    [InlineData("\ta\n", "\ta\n")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\r\rb\n\rc", "a\n\nb\n\nc")]
    [InlineData("a&#13;b", "a\rb")]
    [InlineData("a&#xD;\nb", "a\r\nb")]
    [InlineData("a&#13;&#10;b", "a\r\nb")]
    [InlineData("<![CDATA[\r\na\r]]>\n", "\na\n\n")]
    [InlineData("\r<!---->\n", "\n\n")]
    public void R26_String_WhiteSpace_IsKeptAndLineEndsAreNormalized(string text, string expected)
    {
        Assert.Equal(expected, ReadTyped($"<string>{text}</string>"));
        Assert.Equal(expected, ReadTyped(text));
    }

    [Theory]
    [Trait("Rule", "R27")]
    [InlineData("a]]&gt;b", "a]]>b")]
    [InlineData("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b")]
    [InlineData("a]]<!---->>b", "a]]>b")]
    public void R27_String_EscapedCdataEnd_IsRead(string text, string expected) =>
        Assert.Equal(expected, ReadTyped($"<string>{text}</string>"));

    [Theory]
    [Trait("Rule", "R27")]
    [InlineData("a¦]]>b")]
    [InlineData("a]¦]]>")]
    [InlineData("<![CDATA[a]]>¦]]>")]
    public void R27_String_BareCdataEnd_IsRefused(string text) =>
        RefuseTyped($"<string>{text}</string>", "R27", faultCode: XmlRpcFaultCodes.NotWellFormed);

    [Theory]
    [Trait("Rule", "R28")]
    [InlineData("<value/>", "")]
    [InlineData("<value />", "")]
    [InlineData("<value></value>", "")]
    [InlineData("<value>  </value>", "  ")]
    [InlineData("<value>text</value>", "text")]
    [InlineData("<value>&lt;int&gt;5&lt;/int&gt;</value>", "<int>5</int>")]
    [InlineData("<value><!--c--></value>", "")]
    [InlineData("<value><![CDATA[<int>5</int>]]></value>", "<int>5</int>")]
    [InlineData("<value><string/></value>", "")]
    public void R28_Value_WithoutType_IsAString(string value, string expected)
    {
        Assert.Equal(expected, ReadValue(value));
        Assert.Equal(["m", expected], ReadCall(CallOf(value)));
    }

    [Theory]
    [Trait("Rule", "R29")]
    [InlineData(" <int>5</int>")]
    [InlineData("\n\t<int>5</int>\r\n")]
    [InlineData("<!-- five --><int>5</int><?x y?>")]
    [InlineData("&#32;<int>5</int><![CDATA[ ]]>")]
    public void R29_Value_WhiteSpaceBesideTheType_IsSkipped(string text) => Assert.Equal(5, ReadTyped(text));

    [Theory]
    [Trait("Rule", "R29")]
    [InlineData("¦x<int>5</int>")]
    [InlineData("¦  x  <string>y</string>")]
    [InlineData("<int>5</int>¦x")]
    [InlineData("<string>y</string>¦ <!-- c -->x")]
    [InlineData("<struct></struct>¦x")]
    [InlineData("<array><data></data></array>¦x")]
    [InlineData("<struct/>¦\u00A0")]
    [InlineData("<int>5</int>¦&amp;")]
    public void R29_Value_TextBesideTheType_IsRefused(string type) => RefuseTyped(type, "R29");

    [Theory]
    [Trait("Rule", "R29")]
    [InlineData("<int>5</int>¦<int>6</int>")]
    [InlineData("<int>5</int> ¦<string/>")]
    [InlineData("<struct/>¦<struct/>")]
    [InlineData("<nil/>¦<nil/>")]
    [InlineData("<i8>1</i8>¦<value/>")]
    public void R29_Value_SecondType_IsRefusedByEveryDialect(string type)
    {
        RefuseTyped(type, "R29");
        RefuseTyped(type, "R29", dialect: XmlRpcDialect.Tolerant);
    }
}
