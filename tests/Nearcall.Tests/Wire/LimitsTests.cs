using System.Globalization;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Each limit at its bound and one beyond: -32010, with the limit's name (R40, R57).</summary>
public sealed class LimitsTests
{
    private const string Apache = "http://ws.apache.org/xmlrpc/namespaces/extensions";

    [Theory]
    [Trait("Rule", "R57")]
    [InlineData("<string>¤</string>", "R22")]
    [InlineData("¤", "R22")]
    [InlineData("<base64>¤</base64>", "R22")]
    [InlineData("<struct><member><name>¤</name><value/></member></struct>", "R37")]
    [InlineData("<dom>¤</dom>", "R76")]
    [InlineData("<serializable>¤</serializable>", "R76")]
    public void R57_MaxStringLength_IsTheLongestText(string format, string rule)
    {
        var limits = new XmlRpcLimits { MaxStringLength = 8 };

        _ = Read(format.Replace("¤", "QUJDREVG", StringComparison.Ordinal), limits);
        AssertExceeded(format.Replace("¤", "QUJDREVGR", StringComparison.Ordinal), limits, nameof(XmlRpcLimits.MaxStringLength), rule);
        AssertExceeded(format.Replace("¤", "&#81;&#81;", StringComparison.Ordinal), limits, nameof(XmlRpcLimits.MaxStringLength), rule);
    }

    [Fact]
    [Trait("Rule", "R57")]
    public void R57_MaxStringLength_CountsOctets()
    {
        var limits = new XmlRpcLimits { MaxStringLength = 4 };

        Assert.Equal("😀", Read("😀", limits));
        AssertExceeded("😀a", limits, nameof(XmlRpcLimits.MaxStringLength), "R22");
    }

    [Theory]
    [Trait("Rule", "R57")]
    [InlineData("int")]
    [InlineData("i8")]
    [InlineData("i2")]
    [InlineData("i1")]
    [InlineData("double")]
    [InlineData("float")]
    [InlineData("bigdecimal")]
    [InlineData("biginteger")]
    public void R57_MaxDigits_IsTheLongestNumber(string element)
    {
        var limits = new XmlRpcLimits { MaxDigits = 20 };

        _ = Read($"<{element}>{new string('0', 20)}</{element}>", limits);
        AssertExceeded($"<{element}>{new string('0', 21)}</{element}>", limits, nameof(XmlRpcLimits.MaxDigits), "R74");
    }

    [Theory]
    [Trait("Rule", "R57")]
    [InlineData("boolean")]
    [InlineData("dateTime.iso8601")]
    [InlineData("dateTime")]
    public void R57_MaxDigits_BoundsEveryShortScalar(string element) =>
        AssertExceeded($"<{element}>{new string('1', 34)}</{element}>", new() { MaxDigits = 33 }, nameof(XmlRpcLimits.MaxDigits), "R74");

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_MaxMembers_CountsTheValuesOfTheWholeMessage()
    {
        const string Value = "<array><data><value>1</value><value><struct><member><name>a</name><value/></member></struct></value><value>"
            + "<nil/></value></data></array>";

        _ = Read(Value, new XmlRpcLimits { MaxMembers = 5 });
        AssertExceeded(Value, new XmlRpcLimits { MaxMembers = 4 }, nameof(XmlRpcLimits.MaxMembers), "R40");
        AssertExceeded("<struct/>", new XmlRpcLimits { MaxMembers = 1 }, nameof(XmlRpcLimits.MaxMembers), "R40", count: 2);
    }

    [Fact]
    [Trait("Rule", "R40")]
    public void R40_MaxMembers_CountsAValueOnceHoweverOftenItIsLookedAt()
    {
        var text = Utf8("<value> <array> <data> <value>1</value> <value>2</value> </data> </array> </value>");
        var reader = new XmlRpcReader(text, limits: new XmlRpcLimits { MaxMembers = 3 });
        Assert.Equal(XmlRpcKind.Array, reader.PeekKind());
        reader.ReadStartArray();
        while (reader.ReadNextItem())
        {
            Assert.False(reader.TryReadNil());
            Assert.Equal(XmlRpcKind.String, reader.PeekKind());
            Assert.Equal(1, reader.ReadString().Length);
        }
    }

    [Fact]
    [Trait("Rule", "R52")]
    public void R52_Attributes_MoreThanAnyoneUses_AreRefused()
    {
        _ = Read($"<int {Attributes(256)}>1</int>", XmlRpcLimits.Default);
        AssertExceeded($"<int {Attributes(257)}>1</int>", XmlRpcLimits.Default, null, "R52");

        static string Attributes(int count) => string.Join(' ', Enumerable.Range(0, count).Select(number => $"a{number}=''"));
    }

    [Fact]
    [Trait("Rule", "R73")]
    public void R73_Namespaces_MoreThanAnyoneUses_AreRefused()
    {
        _ = Read($"<ex:i8 {Namespaces(63)} xmlns:ex='{Apache}'>1</ex:i8>", XmlRpcLimits.Default);
        AssertExceeded($"<ex:i8 {Namespaces(64)} xmlns:ex='{Apache}'>1</ex:i8>", XmlRpcLimits.Default, null, "R52");

        static string Namespaces(int count) => string.Join(' ', Enumerable.Range(0, count).Select(number => $"xmlns:a{number}='u'"));
    }

    [Fact]
    [Trait("Rule", "R73")]
    public void R73_Namespaces_OfClosedElements_DoNotCount()
    {
        var items = string.Concat(Enumerable.Range(0, 1000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"<value xmlns:a='u'><ex:i8 xmlns:ex='{Apache}'>{number}</ex:i8></value>")));

        Assert.Equal(1000, Read($"<array><data>{items}</data></array>", XmlRpcLimits.Default).AsArray().Count);
    }

    private static XmlRpcValue Read(string type, XmlRpcLimits limits) => ReadValue(
        $"<value>{type}</value>", XmlRpcDialect.Strict with { ReadExtensions = true, ReadDom = true, ReadSerializable = true }, limits);

    private static void AssertExceeded(string type, XmlRpcLimits limits, string? limit, string rule, int count = 1)
    {
        var value = count == 1 ? type : $"<array><data>{string.Concat(Enumerable.Repeat($"<value>{type}</value>", count))}</data></array>";
        var exception = Assert.Throws<XmlRpcFormatException>(() => Read(value, limits));

        Assert.Equal(
            (XmlRpcFaultCodes.LimitExceeded, limit is null ? null : $"XmlRpcLimits.{limit}", rule),
            (exception.FaultCode, exception.Switch, exception.Rule));
    }
}
