using System.Text;

namespace Nearcall.Tests.Wire;

public sealed class EncodingTests
{
    private const string Utf8 = "utf-8";
    private const string Utf16Little = "utf-16le";
    private const string Utf16Big = "utf-16be";
    private const string Latin1 = "iso-8859-1";
    private const string Windows1252 = "windows-1252";

    private const string Body = "<a>Zürich</a>";

    /// <summary>What each of mark, header and declaration says, what the text is in, and whether it was transcoded.</summary>
    public static TheoryData<string, bool, string?, string?, string?> Readable => new()
    {
        { Utf8, false, null, null, null },
        { Utf8, false, null, "UTF-8", null },
        { Utf8, false, "utf-8", null, null },
        { Utf8, false, "\"UTF-8\"", null, null },
        { Utf8, false, " utf8 ", null, null },
        { Utf8, false, "", null, null },
        { Utf8, false, "utf-8", "iso-8859-1", null },
        { Utf8, true, null, null, null },
        { Utf8, true, "iso-8859-1", "utf-16", null },
        { Utf16Little, true, null, null, "utf-16" },
        { Utf16Little, true, null, "utf-16", "utf-16" },
        { Utf16Little, true, "utf-8", "utf-8", "utf-16" },
        { Utf16Little, false, "utf-16", null, "utf-16" },
        { Utf16Little, false, "UTF-16LE", null, "utf-16" },
        { Utf16Little, false, null, "utf-16", "utf-16" },
        { Utf16Little, false, null, "UTF-16LE", "utf-16" },
        { Utf16Big, true, null, null, "utf-16" },
        { Utf16Big, true, "utf-16le", "utf-16", "utf-16" },
        { Utf16Big, false, "utf-16", null, "utf-16" },
        { Utf16Big, false, "utf-16be", null, "utf-16" },
        { Utf16Big, false, null, "utf-16", "utf-16" },
        { Latin1, false, "iso-8859-1", null, "iso-8859-1" },
        { Latin1, false, "ISO_8859-1", "utf-8", "iso-8859-1" },
        { Latin1, false, "latin1", null, "iso-8859-1" },
        { Latin1, false, null, "ISO-8859-1", "iso-8859-1" },
        { Windows1252, false, "windows-1252", null, "windows-1252" },
        { Windows1252, false, "cp1252", null, "windows-1252" },
        { Windows1252, false, null, "Windows-1252", "windows-1252" },
    };

    [Theory]
    [Trait("Rule", "R25")]
    [MemberData(nameof(Readable))]
    public void R25_ToUtf8_MarkThenHeaderThenDeclaration_DecideTheEncoding(
        string encoding, bool mark, string? charset, string? declared, string? transcodedFrom)
    {
        var text = (declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>") + Body;
        var octets = Encode((mark ? "\uFEFF" : "") + text, encoding);

        Assert.Equal(text, Decode(octets, charset, out var actual));
        Assert.Equal(transcodedFrom, actual);
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData("us-ascii", null)]
    [InlineData("ASCII", null)]
    [InlineData("iso-8859-1", null)]
    [InlineData("windows-1252", null)]
    [InlineData(null, "us-ascii")]
    [InlineData(null, "iso-8859-1")]
    [InlineData(null, null)]
    public void R25_ToUtf8_AsciiInAnyOfItsSupersets_IsNotCopied(string? charset, string? declared)
    {
        var octets = Encoding.ASCII.GetBytes((declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>") + "<a>b</a>");

        var text = XmlEncoding.ToUtf8(octets.AsMemory(), charset, XmlRpcDialect.Strict, out var transcodedFrom);

        Assert.Null(transcodedFrom);
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var segment));
        Assert.Same(octets, segment.Array);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public void R25_ToUtf8_Utf8WithMark_IsSlicedNotCopied()
    {
        byte[] octets = [0xEF, 0xBB, 0xBF, .. "<a/>"u8];

        var text = XmlEncoding.ToUtf8(octets.AsMemory(), null, XmlRpcDialect.Strict, out _);

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var segment));
        Assert.Same(octets, segment.Array);
        Assert.Equal(3, segment.Offset);
    }

    [Theory]
    [Trait("Rule", "R25")]
    [Trait("Rule", "R54")]
    [InlineData("koi8-r", null, "koi8-r\" of the HTTP header")]
    [InlineData("utf-7", "utf-8", "utf-7\" of the HTTP header")]
    [InlineData("utf-16", null, "utf-16\" of the HTTP header")]
    [InlineData("utf-16le", null, "utf-16le\" of the HTTP header")]
    [InlineData("utf-16be", "utf-8", "utf-16be\" of the HTTP header")]
    [InlineData(null, "Shift_JIS", "Shift_JIS\" of the XML declaration")]
    [InlineData(null, "utf-16", "utf-16\" of the XML declaration")]
    [InlineData(null, "UTF-16BE", "UTF-16BE\" of the XML declaration")]
    [InlineData("averyveryveryveryveryveryverylongnamethatgoeson", null, "averyveryveryveryveryveryverylongnamethatg…")]
    public void R54_ToUtf8_EncodingUnknownOrEvidentlyAnother_IsRefused(string? charset, string? declared, string named)
    {
        var octets = Encoding.UTF8.GetBytes((declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>") + Body);

        var refusal = Assert.Throws<XmlRpcFormatException>(() => Decode(octets, charset, out _));

        Assert.Equal(XmlRpcFaultCodes.UnsupportedEncoding, refusal.FaultCode);
        Assert.Equal("R25", refusal.Rule);
        Assert.Contains(named[..Math.Min(named.Length, 40)], refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Rule R25.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C })]
    public void R25_ToUtf8_MarkOfUtf32_IsRefused(byte[] octets) => Assert.Equal(
        XmlRpcFaultCodes.UnsupportedEncoding, Assert.Throws<XmlRpcFormatException>(() => Decode(octets, "utf-8", out _)).FaultCode);

    [Fact]
    [Trait("Rule", "R25")]
    public void R25_ToUtf8_WideTextThatDeclaresUtf8_IsNotTakenForUtf16()
    {
        var octets = Encode("<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>", Utf16Little);

        Assert.StartsWith("<\0", Decode(octets, null, out _), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData("<?xml version='1.0'?><a encoding=\"koi8-r\">ü</a>")]
    [InlineData("<a><?xml version='1.0' encoding='koi8-r'?>ü</a>")]
    [InlineData(" <?xml version='1.0' encoding='koi8-r'?><a>ü</a>")]
    [InlineData("<?xml-model version='1.0' encoding='koi8-r'?><a>ü</a>")]
    [InlineData("<?xml encoding='koi8-r'?><a>ü</a>")]
    [InlineData("<?xml version='1.0' encoding='koi8-r")]
    [InlineData("<?xml version='1.0' encoding=''?>")]
    [InlineData("<?xml version='1.0' encoding='-'?>")]
    [InlineData("<?xml version='1.0' encoding=koi8-r?>")]
    [InlineData("<?xml version='1.0?>' encoding='koi8-r'?>")]
    [InlineData("<!-- encoding='koi8-r' --><a/>")]
    [InlineData("<?xml")]
    [InlineData("<")]
    [InlineData("")]
    public void R25_ToUtf8_NoProperDeclaration_IsUtf8(string text)
    {
        Assert.Equal(text, Decode(Encoding.UTF8.GetBytes(text), null, out var transcodedFrom));
        Assert.Null(transcodedFrom);
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData("<?xml version='1.0' encoding='iso-8859-1'?><a>ü</a>")]
    [InlineData("<?xml  version = \"1.0\"\r\n\tencoding = \"iso-8859-1\" standalone='yes' ?><a>ü</a>")]
    public void R25_ToUtf8_AnyProperDeclaration_IsRead(string text) => Assert.Equal(text, Decode(Encode(text, Latin1), null, out _));

    [Theory]
    [Trait("Rule", "R06")]
    [Trait("Rule", "R25")]
    [InlineData("\r\n <?xml version='1.0' encoding='iso-8859-1'?><methodCall>ü</methodCall>", true)]
    [InlineData("<br />Warning<?xml version='1.0' encoding='iso-8859-1'?>ü", true)]
    [InlineData("  <methodCall><?xml version='1.0' encoding='iso-8859-1'?>ü", false)]
    public void R25_ToUtf8_TextBeforeTheDeclaration_IsSkippedIfAllowed(string text, bool isFound)
    {
        var octets = Encode(text, Latin1);
        var refused = Assert.Throws<XmlRpcFormatException>(() => Decode(octets, null, out _));
        Assert.Equal(XmlRpcFaultCodes.InvalidCharacter, refused.FaultCode);

        if (isFound)
        {
            Assert.Equal(text, Decode(octets, null, out _, XmlRpcDialect.Tolerant));
        }
        else
        {
            Assert.Throws<XmlRpcFormatException>(() => Decode(octets, null, out _, XmlRpcDialect.Tolerant));
        }
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData("us-ascii", new byte[] { 0x61, 0x80 }, 1, 0x80)]
    [InlineData("windows-1252", new byte[] { 0x61, 0xFC, 0x81 }, 2, 0x81)]
    [InlineData("utf-16", new byte[] { 0x3C, 0, 0x00, 0xD8, 0x61, 0 }, 2, 0x00)]
    [InlineData("utf-16", new byte[] { 0, 0x3C, 0xDC, 0x00 }, 2, 0xDC)]
    [InlineData("utf-16", new byte[] { 0x3C, 0, 0x61 }, 2, 0x61)]
    [InlineData("utf-16", new byte[] { 0x3C, 0, 0x00, 0xD8 }, 2, 0x00)]
    [InlineData("utf-16", new byte[] { 0x3C, 0, 0x00, 0xD8, 0x61 }, 2, 0x00)]
    public void R54_ToUtf8_OctetThatTheEncodingDoesNotHave_IsRefusedWithItsPlace(string charset, byte[] octets, int offset, int octet)
    {
        var refusal = Assert.Throws<XmlRpcFormatException>(() => Decode(octets, charset, out _));

        Assert.Equal(XmlRpcFaultCodes.InvalidCharacter, refusal.FaultCode);
        Assert.Equal("R54", refusal.Rule);
        Assert.Equal(offset, refusal.Offset);
        Assert.Equal($"The octet 0x{octet:X2} does not belong to a character in {charset}.", refusal.Problem);
        Assert.Null(refusal.Transcoded);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public void R25_ToUtf8_EveryOctetOfWindows1252_IsWhatTheFrameworkSays()
    {
        var framework = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var octet in Enumerable.Range(0, 256).Select(number => (byte)number).Except<byte>([0x81, 0x8D, 0x8F, 0x90, 0x9D]))
        {
            Assert.Equal(framework.GetString([octet]), Decode([octet], Windows1252, out _));
        }
    }

    [Theory]
    [Trait("Rule", "R25")]
    [InlineData(Utf16Little)]
    [InlineData(Utf16Big)]
    [InlineData(Latin1)]
    [InlineData(Windows1252)]
    public void R25_ToUtf8_LongText_SurvivesEveryCut(string encoding)
    {
        var unit = encoding is Utf16Little or Utf16Big ? "aé東😀" : "aé";
        foreach (var length in (int[])[1, 200, 255, 256, 257, 341, 342, 1000, 5001])
        {
            foreach (var start in (string[])["<", "<a"])
            {
                var text = start + string.Concat(Enumerable.Repeat(unit, length));

                Assert.Equal(text, Decode(Encode(text, encoding), encoding, out _));
            }
        }
    }

    /// <summary>Both forms of the method give the same; the result is checked as its reader does it, and decoded for comparison.</summary>
    private static string Decode(byte[] octets, string? charset, out string? transcodedFrom, XmlRpcDialect? dialect = null)
    {
        var text = XmlEncoding.ToUtf8(octets.AsMemory(), charset, dialect ?? XmlRpcDialect.Strict, out transcodedFrom);
        var span = XmlEncoding.ToUtf8(octets.AsSpan(), charset, dialect ?? XmlRpcDialect.Strict, out var again);

        Assert.True(span.SequenceEqual(text.Span));
        Assert.Equal(transcodedFrom, again);
        _ = new XmlRpcReader(span, XmlRpcDialect.Strict with { AllowControlCharacters = true });
        return Encoding.UTF8.GetString(text.Span);
    }

    private static byte[] Encode(string text, string encoding) =>
        (encoding == Windows1252 ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding)).GetBytes(text);
}
