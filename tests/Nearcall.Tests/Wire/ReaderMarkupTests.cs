using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>What XML adds: names, comments, CDATA sections, references, attributes; and what is not well formed (R49 to R54).</summary>
public sealed class ReaderMarkupTests
{
    public static TheoryData<string, string> Scalars { get; } = new()
    {
        { "int", "-12345" },
        { "i4", "12345" },
        { "i8", "1234567890123" },
        { "boolean", "1" },
        { "double", "-12.75" },
        { "string", "some text" },
        { "dateTime.iso8601", "19980717T14:08:55" },
        { "base64", "QUJDRA==" },
    };

    [Theory]
    [Trait("Rule", "R49")]
    [InlineData("INT")]
    [InlineData("Int")]
    [InlineData("String")]
    [InlineData("datetime.iso8601")]
    [InlineData("Struct")]
    public void R49_Type_InOtherCase_IsUnknown(string element) => RefuseTyped($"¦<{element}>1</{element}>", "R41", "AllowUnknownTypes");

    [Fact]
    [Trait("Rule", "R49")]
    public void R49_Element_InOtherCase_IsUnknown()
    {
        RefuseCall("<methodCall>¦<methodname>m</methodname></methodCall>", "R41", "AllowUnknownElements");
        RefuseCall(CallOf("¦<VALUE/>"), "R41", "AllowUnknownElements", path: "params[0]");
        RefuseCall("<methodCall><methodName>m¦</MethodName></methodCall>", null, faultCode: XmlRpcFaultCodes.NotWellFormed);
    }

    [Theory]
    [Trait("Rule", "R50")]
    [MemberData(nameof(Scalars))]
    public void R50_Markup_InAScalar_IsNoPartOfIt(string element, string text)
    {
        var expected = ReadTyped($"<{element}>{text}</{element}>");
        var (head, tail) = (text[..1], text[1..]);
        string[] forms =
        [
            $"{head}<!--, - & <int> -->{tail}",
            $"<!---->{text}<!--->-->",
            $"{head}<?php > & ?>{tail}",
            $"<?a?>{text}<?b c?>",
            $"<![CDATA[{text}]]>",
            $"<![CDATA[{head}]]><![CDATA[]]>{tail}",
            $"&#{(int)text[0]};{tail}",
            $"&#x{(int)text[0]:x};{tail}",
            $"&#x000{(int)text[0]:X};<!--x--><![CDATA[{tail}]]>",
        ];

        Assert.All(forms, form => Assert.Equal(expected, ReadTyped($"<{element}>{form}</{element}>")));
    }

    [Theory]
    [Trait("Rule", "R50")]
    [InlineData("<!-- a -->")]
    [InlineData("<?a b?>")]
    [InlineData(" \r\n\t ")]
    [InlineData("<!---->\n<?a?>")]
    [InlineData("<!-- </value> ]]> -->")]
    public void R50_Markup_BetweenElements_IsSkipped(string gap)
    {
        var call = $"{gap}<methodCall>{gap}<methodName>m</methodName>{gap}<params>{gap}<param>{gap}<value>{gap}<struct>{gap}<member>{gap}"
            + $"<name>a</name>{gap}<value>{gap}<array>{gap}<data>{gap}<value>{gap}<nil/>{gap}</value>{gap}"
            + $"<value>{gap}<struct/>{gap}</value>{gap}</data>{gap}</array>{gap}</value>{gap}"
            + $"</member>{gap}</struct>{gap}</value>{gap}</param>{gap}</params>{gap}</methodCall>{gap}";

        Assert.Equal(["m", new XmlRpcStruct { ["a"] = XmlRpcArray.Create(XmlRpcValue.Nil, XmlRpcStruct.Empty) }], ReadCall(call));
    }

    [Theory]
    [Trait("Rule", "R50")]
    [InlineData("¦&nbsp;")]
    [InlineData("¦&")]
    [InlineData("¦& ")]
    [InlineData("¦&&amp;")]
    [InlineData("¦&amp")]
    [InlineData("¦&LT;")]
    [InlineData("¦&#;")]
    [InlineData("¦&#x;")]
    [InlineData("¦&#X41;")]
    [InlineData("¦&#-1;")]
    [InlineData("¦&#1 ;")]
    [InlineData("¦&#4a;")]
    [InlineData("¦&;")]
    public void R50_Reference_ThatIsNone_IsRefused(string text) =>
        RefuseTyped($"<string>a{text}</string>", "R50", faultCode: XmlRpcFaultCodes.NotWellFormed);

    [Theory]
    [Trait("Rule", "R51")]
    [InlineData("¦<!DOCTYPE methodCall>")]
    [InlineData("<?xml version='1.0'?>\n¦<!DOCTYPE a [<!ENTITY b 'c'>]>")]
    [InlineData("¦<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'>")]
    public void R51_DocumentType_IsRefusedByEveryDialect(string prolog)
    {
        var call = prolog + CallOf("<value/>");

        RefuseCall(call, "R51", faultCode: XmlRpcFaultCodes.NotWellFormed);
        RefuseCall(call, "R51", faultCode: XmlRpcFaultCodes.NotWellFormed, dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R51")]
    public void R51_DocumentType_InAValue_IsRefused()
    {
        const int Code = XmlRpcFaultCodes.NotWellFormed;

        RefuseTyped("<string>¦<!DOCTYPE a></string>", "R51", faultCode: Code);
        RefuseTyped("<struct><foo>¦<!DOCTYPE a></foo></struct>", "R51", faultCode: Code, dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R52")]
    public void R52_AttributesAndNamespaces_AreIgnored()
    {
        var call = ReadCall(
            "<methodCall xmlns='urn:x' a='1' ><methodName b=\"2\" c = '>' >m</methodName ><params d='&lt;&#13;'><param e=''\n>"
                + "<value f='é' xml:space='preserve'>"
            + "<int xmlns:p='urn:p' p:q='/>'>5</int\n></value></param><param><value a='/'/></param></params></methodCall>");

        Assert.Equal(["m", 5, ""], call);
    }

    [Theory]
    [Trait("Rule", "R52")]
    [InlineData("<int a=¦1>5</int>")]
    [InlineData("<int a¦>5</int>")]
    [InlineData("<int a='1' ¦a='2'>5</int>")]
    [InlineData("<int a='¦<'>5</int>")]
    [InlineData("<int a='1'¦b='2'>5</int>")]
    [InlineData("<int>5</int ¦a='1'>")]
    [InlineData("<int ¦xmlns:a=''>5</int>")]
    public void R52_Attributes_NotWellFormed_AreRefused(string type) => RefuseTyped(type, null, faultCode: XmlRpcFaultCodes.NotWellFormed);

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData("<int>5¦</i4>")]
    [InlineData("<int>5¦</value>")]
    [InlineData("<int>5</int>¦</int>")]
    [InlineData("<struct>¦</value>")]
    [InlineData("<struct><member>¦</struct>")]
    [InlineData("<array>¦</data>")]
    [InlineData("<array><data>¦</array>")]
    [InlineData("<array><data></data>¦</data>")]
    [InlineData("text¦</string>")]
    [InlineData("¦</param>")]
    [InlineData("<int ¦/ >5</int>")]
    [InlineData("<¦ int>5</int>")]
    [InlineData("<int>5¦</ int>")]
    [InlineData("a <¦ b")]
    [InlineData("<string>¦<!ELEMENT a></string>")]
    [InlineData("<string>¦<!-- a -- b --></string>")]
    [InlineData("<string><?¦xml a?></string>")]
    [InlineData("<string><?¦a:b c?></string>")]
    [InlineData("<¦1/>")]
    [InlineData("<¦a:b:c/>")]
    public void R54_Text_NotWellFormed_IsRefusedByEveryDialect(string type)
    {
        var text = $"<methodCall><methodName>m</methodName><params><param><value>{type}</value></param></params></methodCall>";
        var place = text.IndexOf(Mark, StringComparison.Ordinal);

        foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant })
        {
            var exception = Assert.Throws<XmlRpcFormatException>(() => ReadCall(text.Remove(place, 1), dialect));
            Assert.Equal((XmlRpcFaultCodes.NotWellFormed, null, null), (exception.FaultCode, exception.Rule, exception.Switch));
            Assert.InRange(exception.Offset!.Value, place - 2, place + 8);
        }
    }

    [Fact]
    [Trait("Rule", "R54")]
    public void R54_Text_CutAnywhere_IsNotWellFormed()
    {
        const string Call = "<?xml version='1.0'?><!--c--><methodCall><methodName>m</methodName><params><param><value><struct><member>"
            + "<name>a</name><value>"
            + "<array><data><value><ex:i8 xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>5</ex:i8></value><value>"
            + "<![CDATA[x]]></value><value/></data></array>"
            + "</value></member></struct></value></param></params></methodCall>";

        for (var length = 0; length < Call.Length; length++)
        {
            var exception = Assert.Throws<XmlRpcFormatException>(() => ReadCall(Call[..length]));
            Assert.Equal((XmlRpcFaultCodes.NotWellFormed, (long)length), (exception.FaultCode, exception.Offset));
        }
    }

    [Theory]
    [Trait("Rule", "R54")]
    [InlineData("80")]
    [InlineData("C3")]
    [InlineData("C328")]
    [InlineData("C0AF")]
    [InlineData("E282")]
    [InlineData("E28228")]
    [InlineData("EDA080")]
    [InlineData("EDBFBF")]
    [InlineData("F0908D")]
    [InlineData("F4908080")]
    [InlineData("F8888080")]
    [InlineData("FE")]
    public void R54_Octets_ThatAreNoUtf8_AreRefusedByEveryDialect(string octets)
    {
        byte[] text = [.. "<value><string>"u8, .. Convert.FromHexString(octets), .. "</string></value>"u8];

        foreach (var dialect in new[] { XmlRpcDialect.Strict, XmlRpcDialect.Tolerant })
        {
            var exception = Assert.Throws<XmlRpcFormatException>(() => new XmlRpcReader(text, dialect).ReadValue());
            Assert.Equal(
                (XmlRpcFaultCodes.InvalidCharacter, "R54", null, 15L),
                (exception.FaultCode, exception.Rule, exception.Switch, exception.Offset));
        }
    }
}
