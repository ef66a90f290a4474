using System.Buffers;
using System.Text;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>base64: white space anywhere, and nothing skipped in silence (R33).</summary>
public sealed class ReaderBase64Tests
{
    private static ReadOnlySpan<byte> Begun => "begun "u8;

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("", "")]
    [InlineData("QQ==", "A")]
    [InlineData("QUI=", "AB")]
    [InlineData("QUJD", "ABC")]
    [InlineData("QUJDRA==", "ABCD")]
    [InlineData(" QU JD\r\nRA\t=\n= ", "ABCD")]
    [InlineData("QU<!--J-->JD", "ABC")]
    [InlineData("<![CDATA[QUJD]]>", "ABC")]
    [InlineData("&#81;UJD", "ABC")]
    [InlineData("   ", "")]
    public void R33_Base64_IsRead(string text, string expected)
    {
        var type = $"<base64>{text}</base64>";

        Assert.Equal(XmlRpcValue.Base64(Encoding.UTF8.GetBytes(expected)), ReadTyped(type));
        Assert.Equal(XmlRpcValue.Base64(Encoding.UTF8.GetBytes(expected)), ReadTyped(type, XmlRpcDialect.Tolerant));
        Assert.Equal(Encoding.UTF8.GetBytes(expected), new XmlRpcReader(Utf8($"<value>{type}</value>")).ReadBase64());
        Assert.Equal([.. Begun, .. Encoding.UTF8.GetBytes(expected)], ReadToBuffer(type));
    }

    [Fact]
    [Trait("Rule", "R33")]
    public void R33_Base64_EveryOctetAndLength_IsRead()
    {
        for (var length = 0; length < 300; length++)
        {
            var octets = Enumerable.Range(0, length).Select(octet => (byte)octet).ToArray();
            var text = Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks);

            Assert.Equal(octets, ReadTyped($"<base64>\r\n{text}\r\n</base64>").AsBase64().ToArray());
        }
    }

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("\n", 76)]
    [InlineData("\r\n", 76)]
    [InlineData("&#10;", 76)]
    [InlineData("<!-- line -->", 60)]
    [InlineData("\n\t\t", 64)]
    [InlineData(" ", 1)]
    [InlineData("\n", 129)]
    [InlineData("\n", 4096)]
    [InlineData("\n", 5000)]
    public void R33_Base64_InLines_IsWhatOneLineIs(string lineEnd, int lineLength)
    {
        var random = new Random(33);
        foreach (var length in (int[])[1, 2, 3, 95, 96, 97, 3071, 3072, 3073, 6144, 10_000])
        {
            var octets = new byte[length];
            random.NextBytes(octets);
            var line = Convert.ToBase64String(octets);
            var lines = string.Join(lineEnd, line.Chunk(lineLength).Select(static part => new string(part)));

            Assert.Equal(octets, ReadTyped($"<base64>{line}</base64>").AsOctets().ToArray());
            Assert.Equal(octets, ReadTyped($"<base64>{lines}</base64>").AsOctets().ToArray());
            Assert.Equal(octets, ReadTyped($"<base64>{lineEnd}{lines}{lineEnd}</base64>").AsOctets().ToArray());
            Assert.Equal(octets, ReadToBuffer($"<base64>{line}</base64>")[Begun.Length..]);
            Assert.Equal(octets, ReadToBuffer($"<base64>{lines}</base64>")[Begun.Length..]);
        }
    }

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("")]
    [InlineData("\n")]
    public void R33_Base64_WrongAnywhere_IsRefused(string lineEnd)
    {
        var lines = string.Join(lineEnd, new string('A', 4160).Chunk(76).Select(static part => new string(part)));
        for (var place = 0; place < lines.Length; place += lines.Length - place < 100 || place < 200 ? 1 : 97)
        {
            RefuseTyped($"<base64>{Mark}{lines[..place]}!{lines[place..]}</base64>", "R33");
            RefuseTyped($"<base64>{Mark}{lines[..place]}!!!!{lines[place..]}</base64>", "R33");
            if (place < lines.Length - 2)
            {
                RefuseTyped($"<base64>{Mark}{lines[..place]}AAA={lines[place..]}</base64>", "R33");
            }
        }
    }

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("QUJD\u0001")]
    [InlineData("\u0001QUJD\n")]
    [InlineData("QUJD\n\u001FQUJD")]
    [InlineData("QUJD\0\0\0\0")]
    public void R33_Base64_ControlCharacterThatADialectLetsThrough_IsRefused(string text) =>
        RefuseTyped($"<base64>{Mark}{text}</base64>", "R33", dialect: XmlRpcDialect.Tolerant with { AllowControlCharacters = true });

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("-_8=", "+/8=", "AllowBase64Url")]
    [InlineData("QUI-", "QUI+", "AllowBase64Url")]
    [InlineData("QQ", "QQ==", "AllowBase64MissingPadding")]
    [InlineData("QQ=", "QQ==", "AllowBase64MissingPadding")]
    [InlineData("QUI", "QUI=", "AllowBase64MissingPadding")]
    [InlineData(" QU\nI ", "QUI=", "AllowBase64MissingPadding")]
    public void R33_Base64_Departure_IsReadByItsSwitchAlone(string text, string proper, string @switch)
    {
        var expected = XmlRpcValue.Base64(Convert.FromBase64String(proper));

        RefuseTyped($"<base64>{Mark}{text}</base64>", "R33", @switch);
        Assert.Equal(expected, ReadTyped($"<base64>{text}</base64>", DialectSwitch.StrictWith(@switch)));
        Assert.Equal(expected, ReadTyped($"<base64>{text}</base64>", XmlRpcDialect.Tolerant));
        Assert.Equal(expected.AsOctets().ToArray(), ReadToBuffer($"<base64>{text}</base64>", XmlRpcDialect.Tolerant)[Begun.Length..]);
    }

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("Q")]
    [InlineData("QUJDR")]
    [InlineData("Q===")]
    [InlineData("====")]
    [InlineData("=")]
    [InlineData("QQ==QQ==")]
    [InlineData("QQ=Q")]
    [InlineData("QUJD=")]
    [InlineData("QUJD====")]
    [InlineData("QU!D")]
    [InlineData("QU.JD")]
    [InlineData("QUJD;")]
    [InlineData("é")]
    [InlineData("QU\u00A0JD")]
    [InlineData("QUＪD")]
    public void R33_Base64_OtherText_IsRefusedByEveryDialectAndNoSwitchIsNamed(string text)
    {
        RefuseTyped($"<base64>{Mark}{text}</base64>", "R33");
        RefuseTyped($"<base64>{Mark}{text}</base64>", "R33", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("QR==")]
    [InlineData("QUJ=")]
    [InlineData("QR")]
    [InlineData("QUJ")]
    public void R33_Base64_BitsBeyondTheLastOctet_AreRefusedAndNotDropped(string text) =>
        RefuseTyped($"<base64>{Mark}{text}</base64>", "R33", dialect: XmlRpcDialect.Tolerant);

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("<base64>QU!D</base64>")]
    [InlineData("<base64>QUJDQUJD\nQUJDQU!D</base64>")]
    [InlineData("<base64>QR==</base64>")]
    [InlineData("<base64>QUI-</base64>")]
    [InlineData("<string>QUJD</string>")]
    public void R33_Base64_RefusedIntoABuffer_AddsNothing(string type)
    {
        var buffer = new ArrayBufferWriter<byte>();

        Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader(Utf8($"<value>{type}</value>")).ReadBase64(buffer));
        Assert.Equal(0, buffer.WrittenCount);
    }

    /// <summary>Reads a base64 to the end of a buffer that holds something.</summary>
    private static byte[] ReadToBuffer(string type, XmlRpcDialect? dialect = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Begun);
        new XmlRpcReader(Utf8($"<value>{type}</value>"), dialect).ReadBase64(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
