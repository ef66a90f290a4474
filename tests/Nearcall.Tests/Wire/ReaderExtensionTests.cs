using System.Globalization;
using System.Numerics;
using System.Text;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>nil, i8 and the types of Apache's namespace (R71 to R77).</summary>
public sealed class ReaderExtensionTests
{
    private const string Declaration = "xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'";

    private static readonly XmlRpcDialect Extensions = XmlRpcDialect.Strict with { ReadExtensions = true };

    [Theory]
    [Trait("Rule", "R71")]
    [InlineData("<nil/>")]
    [InlineData("<nil />")]
    [InlineData("<nil></nil>")]
    [InlineData("<nil><!-- nothing --></nil>")]
    [InlineData("<nil><![CDATA[]]></nil>")]
    [InlineData($"<ex:nil {Declaration}/>")]
    public void R71_Nil_IsRead(string type)
    {
        Assert.Equal(XmlRpcValue.Nil, ReadTyped(type));
        Assert.True(new XmlRpcReader(Utf8($"<value>{type}</value>")).TryReadNil());
    }

    [Theory]
    [Trait("Rule", "R72")]
    [InlineData("<nil>¦x</nil>", null)]
    [InlineData("<nil>¦0</nil>", null)]
    [InlineData("<nil>¦ </nil>", "AllowScalarWhiteSpace")]
    public void R72_Nil_WithContent_IsRefused(string type, string? allowedBy) => RefuseTyped(type, "R72", allowedBy);

    [Fact]
    [Trait("Rule", "R72")]
    public void R72_Nil_OutsideOfAValue_IsRefused() =>
        RefuseTyped("<array><data>¦<nil/></data></array>", "R38");

    [Theory]
    [Trait("Rule", "R73")]
    [InlineData($"<ex:i8 {Declaration}>5</ex:i8>")]
    [InlineData("<apache:i8 xmlns:apache='http://ws.apache.org/xmlrpc/namespaces/extensions'>5</apache:i8>")]
    [InlineData("<é:i8 xmlns:é=\"http://ws.apache.org/xmlrpc/namespaces/extensions\">5</é:i8>")]
    [InlineData("<ex:i8 xmlns:a='u' xmlns:ex='http://ws.apache.org/xmlrpc&#x2F;namespaces/extensions' xmlns:b='v'>5</ex:i8>")]
    public void R73_Namespace_UnderAnyPrefix_Counts(string type) => Assert.Equal(5L, ReadTyped(type));

    [Theory]
    [Trait("Rule", "R73")]
    [InlineData("<methodCall ¤><methodName>m</methodName><params><param><value><ex:i8>5</ex:i8></value></param></params></methodCall>")]
    [InlineData("<methodCall><methodName>m</methodName><params ¤><param><value><ex:i8>5</ex:i8></value></param></params></methodCall>")]
    [InlineData("<methodCall><methodName>m</methodName><params><param ¤><value><ex:i8>5</ex:i8></value></param></params></methodCall>")]
    [InlineData("<methodCall><methodName>m</methodName><params><param><value ¤><ex:i8>5</ex:i8></value></param></params></methodCall>")]
    public void R73_Namespace_DeclaredByAnyElementAround_IsInScope(string call) =>
        Assert.Equal(["m", 5L], ReadCall(call.Replace("¤", Declaration, StringComparison.Ordinal)));

    [Theory]
    [Trait("Rule", "R73")]
    [InlineData("¦<ex:i8>5</ex:i8>")]
    [InlineData("¦<ex:nil/>")]
    [InlineData("¦<ex:serializable/>")]
    public void R73_Prefix_Undeclared_IsRefused(string type) => RefuseTyped(type, "R73", "AllowUndeclaredPrefix");

    [Theory]
    [Trait("Rule", "R73")]
    [InlineData("¦<e:i8>5</e:i8>")]
    [InlineData("¦<ex:int>5</ex:int>")]
    [InlineData("¦<ex:i8 xmlns:ex='urn:other'>5</ex:i8>")]
    [InlineData("¦<ex:i8 xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions/'>5</ex:i8>")]
    [InlineData("¦<ex:i8 xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions\t'>5</ex:i8>")]
    public void R73_Prefix_OfAnotherNamespace_IsAnUnknownType(string type)
    {
        RefuseTyped(type, "R41", "AllowUnknownTypes");
        RefuseTyped(type, "R41", "AllowUnknownTypes", dialect: DialectSwitch.StrictWith("AllowUndeclaredPrefix"));
    }

    [Theory]
    [Trait("Rule", "R73")]
    [InlineData($"<value><ex:i8 {Declaration}>5</ex:i8></value><value>¦<ex:i8>5</ex:i8></value>")]
    [InlineData($"<value {Declaration}><ex:i8>5</ex:i8></value><value>¦<ex:i8>5</ex:i8></value>")]
    [InlineData($"<value {Declaration}/><value>¦<ex:i8>5</ex:i8></value>")]
    [InlineData($"<value><array {Declaration}><data/></array></value><value>¦<ex:i8>5</ex:i8></value>")]
    [InlineData($"<value><struct {Declaration}/></value> <value>¦<ex:i8>5</ex:i8></value>")]
    public void R73_Declaration_EndsWithItsElement(string items) =>
        RefuseTyped($"<array><data>{items}</data></array>", "R73", "AllowUndeclaredPrefix", path: "params[0][1]");

    [Fact]
    [Trait("Rule", "R73")]
    public void R73_Declaration_EndsWithItsElement_AlsoBeforeDeeperOnes() =>
        RefuseTyped(
            $"<array><data><value><ex:i8 {Declaration}>5</ex:i8></value><value><array><data><value><array><data><value>¦<ex:i8>5</ex:i8>"
                + $"</value></data></array></value></data></array></value></data></array>",
            "R73",
            "AllowUndeclaredPrefix",
            path: "params[0][1][0][0]");

    [Fact]
    [Trait("Rule", "R73")]
    public void R73_Declaration_HidesTheOneAround()
    {
        var items = ReadTyped(
            $"<array {Declaration}><data><value><ex:i8>1</ex:i8></value><value xmlns:ex='urn:other'><ex:i8>2</ex:i8></value><value>"
                + $"<ex:i8>3</ex:i8></value></data></array>",
            DialectSwitch.StrictWith("AllowUnknownTypes"));

        Assert.Equal([1L, "2", 3L], items);
    }

    [Theory]
    [Trait("Rule", "R74")]
    [InlineData("i8", "9223372036854775807")]
    [InlineData("i8", "-9223372036854775808")]
    [InlineData("i2", "32767")]
    [InlineData("i2", "-32768")]
    [InlineData("i1", "127")]
    [InlineData("i1", "-128")]
    [InlineData("float", "3.5")]
    [InlineData("float", "-1e10")]
    [InlineData("bigdecimal", "-12345678901234567890123456789012345678901234567890.50")]
    [InlineData("biginteger", "-12345678901234567890123456789012345678901234567890")]
    public void R74_Number_IsReadBareAndWithANamespace(string element, string text)
    {
        var expected = element switch
        {
            "i8" => long.Parse(text, CultureInfo.InvariantCulture),
            "i2" => XmlRpcValue.I2(short.Parse(text, CultureInfo.InvariantCulture)),
            "i1" => XmlRpcValue.I1(sbyte.Parse(text, CultureInfo.InvariantCulture)),
            "float" => XmlRpcValue.Float(float.Parse(text, CultureInfo.InvariantCulture)),
            "bigdecimal" => XmlRpcBigDecimal.Parse(text),
            _ => (XmlRpcValue)BigInteger.Parse(text, CultureInfo.InvariantCulture),
        };

        Assert.Equal(expected, ReadTyped($"<{element}>{text}</{element}>", Extensions));
        Assert.Equal(expected, ReadTyped($"<ex:{element} {Declaration}>{text}</ex:{element}>", Extensions));
    }

    [Theory]
    [Trait("Rule", "R74")]
    [InlineData("i8", "9223372036854775808", "R74")]
    [InlineData("i2", "32768", "R74")]
    [InlineData("i2", "-32769", "R74")]
    [InlineData("i1", "128", "R74")]
    [InlineData("i1", "-129", "R74")]
    [InlineData("i2", "1.5", "R13")]
    [InlineData("float", "1e39", "R74")]
    [InlineData("float", "-3.5e38", "R74")]
    [InlineData("float", "x", "R17")]
    [InlineData("bigdecimal", "1,5", "R74")]
    [InlineData("bigdecimal", "1e99999", "R74")]
    [InlineData("bigdecimal", "0x1", "R74")]
    [InlineData("biginteger", "1.5", "R74")]
    [InlineData("biginteger", "1e3", "R74")]
    [InlineData("biginteger", "+", "R74")]
    public void R74_Number_OutOfRangeOrMalformed_IsRefused(string element, string text, string rule) =>
        RefuseTyped($"<ex:{element} {Declaration}>¦{text}</ex:{element}>", rule, dialect: Extensions);

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_Float_IsRoundedOnce()
    {
        // Halfway between two floats, and a little more: rounding to a double first would lose the little.
        const string Text = "1.00000005960464477539062500000000000001";

        Assert.Equal(XmlRpcValue.Float(1.00000011920928955078125f), ReadTyped($"<float>{Text}</float>", Extensions));
    }

    [Theory]
    [Trait("Rule", "R75")]
    [InlineData("1998-07-17T14:08:55.123+02:00", 123)]
    [InlineData("1998-07-17T14:08:55+02:00", 0)]
    public void R75_DateTime_IsAnInstant(string text, int milliseconds)
    {
        var expected = new DateTimeOffset(1998, 7, 17, 14, 8, 55, milliseconds, TimeSpan.FromHours(2));

        Assert.Equal(XmlRpcValue.ExtensionDateTime(expected), ReadTyped($"<ex:dateTime {Declaration}>{text}</ex:dateTime>", Extensions));
        Assert.Equal(expected, new XmlRpcReader(Utf8($"<value><dateTime>{text}</dateTime></value>"), Extensions).ReadDateTimeOffset());
    }

    [Theory]
    [Trait("Rule", "R75")]
    [InlineData("1998-07-17T14:08:55")]
    [InlineData("1998-07-17")]
    [InlineData("0000-00-00T00:00:00Z")]
    [InlineData("later")]
    public void R75_DateTime_WithoutZoneOrMalformed_IsRefusedTypedOrNot(string text)
    {
        RefuseTyped($"<dateTime>¦{text}</dateTime>", "R75", dialect: Extensions);
        var exception = Assert.Throws<XmlRpcFormatException>(
            () => new XmlRpcReader(Utf8($"<value><dateTime>{text}</dateTime></value>"), Extensions).ReadDateTime());
        Assert.Equal("R75", exception.Rule);
    }

    [Fact]
    [Trait("Rule", "R76")]
    public void R76_Dom_IsItsOctetsUnread()
    {
        const string Fragment = "<a b='c'>&lt;<value><!--x--></value><![CDATA[</ex:dom>]]></a> text";
        var type = $"<ex:dom {Declaration}>{Fragment}</ex:dom>";

        var value = ReadTyped(type, DialectSwitch.StrictWith("ReadDom"));

        Assert.Equal((XmlRpcKind.Dom, Fragment), (value.Kind, Encoding.UTF8.GetString(value.AsOctets().Span)));
        RefuseTyped($"<ex:dom {Declaration}>¦{Fragment}</ex:dom>", "R76", "ReadDom", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R76")]
    [InlineData("<a>¦</b>")]
    [InlineData("<a><b>¦</a>")]
    [InlineData("<a>¦</dom>")]
    public void R76_Dom_NotWellFormed_IsRefused(string fragment)
    {
        var dialect = DialectSwitch.StrictWith("ReadDom");

        RefuseTyped($"<dom>{fragment}</dom>", null, faultCode: XmlRpcFaultCodes.NotWellFormed, dialect: dialect);
    }

    [Fact]
    [Trait("Rule", "R76")]
    public void R76_Serializable_IsItsOctetsUnread()
    {
        var value = ReadTyped("<serializable>rO0A\nBQ==</serializable>", DialectSwitch.StrictWith("ReadSerializable"));

        Assert.Equal((XmlRpcKind.Serializable, "ACED0005"), (value.Kind, Convert.ToHexString(value.AsOctets().Span)));
        RefuseTyped("<serializable>¦rO0ABQ==</serializable>", "R76", "ReadSerializable", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R77")]
    [InlineData("i1", "R74")]
    [InlineData("i2", "R74")]
    [InlineData("float", "R74")]
    [InlineData("bigdecimal", "R74")]
    [InlineData("biginteger", "R74")]
    [InlineData("dateTime", "R75")]
    public void R77_Extension_IsRefusedUnlessTurnedOn(string element, string rule)
    {
        RefuseTyped($"<ex:{element} {Declaration}>¦1</ex:{element}>", rule, "ReadExtensions");
        RefuseTyped($"<{element}>¦1</{element}>", rule, "ReadExtensions");
    }
}
