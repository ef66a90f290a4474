using System.Buffers;
using System.Xml.Linq;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Texts long enough for the wide roads, put together of all that content can hold, beside System.Xml (R22, R26, R27, R50).</summary>
public sealed class ReaderLongTextTests
{
    private static readonly string[] Parts =
    [
        "a", "plain words of more than thirty-two characters, all of them ASCII; ", "]", "]]", "é", "東京", "😀", "\n", "\t", "\r", "\r\n", "\r\r\n",
        "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#65;", "&#x6771;", "&#x1F600;", "&#13;", "&#10;", "amp;", "lt;", "gt;",
        "<!-- a - b é -->", "<!---->", "<?a b😀?>", "<![CDATA[]]>", "<![CDATA[<&>]] é\r\n\r]]>", "<![CDATA[\r]]>", "\n<![CDATA[\n]]>",
    ];

    [Fact]
    [Trait("Rule", "R50")]
    public void R50_Content_OfAnyParts_IsWhatSystemXmlReads()
    {
        var random = new Random(50);
        for (var round = 0; round < 5000; round++)
        {
            var content = string.Concat(random.GetItems(Parts, random.Next(30)));
            var expected = XElement.Parse($"<a>{content}</a>", LoadOptions.PreserveWhitespace).Value;

            Assert.Equal(expected, ReadTyped($"<string>{content}</string>").AsString());
            Assert.Equal("begun " + expected, ReadToBuffer($"<string>{content}</string>"));
            Assert.Equal(expected, ReadTyped(content).AsString());
            Assert.Equal("begun " + expected, ReadToBuffer(content));
            Assert.Equal(
                new XmlRpcStruct { [expected] = 1 },
                ReadTyped($"<struct><member><name>{content}</name><value><int>1</int></value></member></struct>").AsStruct());
        }
    }

    [Theory]
    [Trait("Rule", "R50")]
    [InlineData("&amp;")]
    [InlineData("\r\n")]
    [InlineData("é")]
    [InlineData("&#x1F600;")]
    [InlineData("&lt;&gt;")]
    [InlineData("&amp;amp;")]
    [InlineData("\ramp;")]
    [InlineData("élt;")]
    public void R50_OneThing_AnywhereInText_IsWhatSystemXmlReads(string thing)
    {
        for (var length = 0; length < 140; length++)
        {
            for (var place = 0; place <= length; place++)
            {
                var content = new string('x', place) + thing + new string('y', length - place);

                Assert.Equal(
                    XElement.Parse($"<a>{content}</a>", LoadOptions.PreserveWhitespace).Value, ReadTyped($"<string>{content}</string>").AsString());
            }
        }
    }

    [Fact]
    [Trait("Rule", "R27")]
    public void R27_EndOfASection_AnywhereInText_IsRefusedThere()
    {
        for (var before = 0; before < 80; before++)
        {
            foreach (var start in (string[])["", "&amp;", "]", "<!--]]-->", "<![CDATA[]]>", "\r\n"])
            {
                var text = new string('x', before) + start;
                RefuseTyped($"<string>{text}{Mark}]]></string>", "R27", faultCode: XmlRpcFaultCodes.NotWellFormed);
                Assert.Equal(
                    XElement.Parse($"<a>{text}]]&gt;]>></a>", LoadOptions.PreserveWhitespace).Value,
                    ReadTyped($"<string>{text}]]&gt;]>></string>").AsString());
            }
        }
    }

    [Theory]
    [Trait("Rule", "R50")]
    [InlineData("&amp ;")]
    [InlineData("&am;")]
    [InlineData("&lp;")]
    [InlineData("&gtt;")]
    [InlineData("&&amp;")]
    public void R50_NoReference_AnywhereBehindReferences_IsRefusedThere(string thing)
    {
        for (var before = 0; before < 80; before++)
        {
            foreach (var start in (string[])["", "&amp;", "&lt;&gt;", "&quot;"])
            {
                RefuseTyped(
                    $"<string>{new string('x', before)}{start}{Mark}{thing}{new string('y', 70)}</string>", "R50", faultCode: XmlRpcFaultCodes.NotWellFormed);
                RefuseTyped($"<string>{start}{new string('x', before)}{Mark}{thing}</string>", "R50", faultCode: XmlRpcFaultCodes.NotWellFormed);
            }
        }
    }

    [Fact]
    [Trait("Rule", "R50")]
    public void R50_Content_CutAnywhere_IsReadInTheEnd()
    {
        var random = new Random(51);
        for (var round = 0; round < 200; round++)
        {
            var content = string.Concat(random.GetItems(Parts, 12));
            var text = Utf8($"<value><string>{content}</string></value>");
            var state = new XmlRpcReaderState();
            for (var length = random.Next(1, 9); length < text.Length; length += random.Next(1, 40))
            {
                var part = new XmlRpcReader(text.AsSpan(0, length), isFinal: false, state);
                Assert.False(part.Read());
                state = part.CurrentState;
            }

            var reader = new XmlRpcReader(text, isFinal: true, state);
            Assert.Equal(XElement.Parse($"<a>{content}</a>", LoadOptions.PreserveWhitespace).Value, reader.ReadString());
        }
    }

    [Theory]
    [Trait("Rule", "R22")]
    [InlineData("<int>5</int>")]
    [InlineData("<string>a&b</string>")]
    [InlineData("<string>a]]>b</string>")]
    public void R22_String_RefusedIntoABuffer_AddsNothing(string type)
    {
        var buffer = new ArrayBufferWriter<char>();

        Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader(Utf8($"<value>{type}</value>")).ReadString(buffer));
        Assert.Equal(0, buffer.WrittenCount);
    }

    /// <summary>Reads a string to the end of a buffer that holds something.</summary>
    private static string ReadToBuffer(string type)
    {
        var buffer = new ArrayBufferWriter<char>();
        buffer.Write("begun ");
        new XmlRpcReader(Utf8($"<value>{type}</value>")).ReadString(buffer);
        return buffer.WrittenSpan.ToString();
    }
}
