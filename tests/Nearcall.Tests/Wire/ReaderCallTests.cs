using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>The frame of a call (R06 to R11).</summary>
public sealed class ReaderCallTests
{
    private const string Empty = "<methodCall><methodName>m</methodName></methodCall>";

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("<?xml version=\"1.0\"?>")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n")]
    [InlineData("<?xml version='1.0' encoding='ISO-8859-1'?>")]
    [InlineData("  \r\n\t<!-- call --> <?a b?> ")]
    public void R06_Call_AfterAProlog_IsRead(string prolog)
    {
        Assert.Equal(["m"], ReadCall(prolog + Empty));
        Assert.Equal(["m"], ReadCall(prolog + Empty, XmlRpcDialect.Tolerant));
    }

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData(" \n")]
    [InlineData("<!-- Tom & Jerry ]]> -->")]
    [InlineData("<?a & ]]> ?>\n")]
    public void R06_Call_BeforeWhiteSpaceAndComments_IsRead(string epilog) => Assert.Equal(["m"], ReadCall(Empty + epilog));

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("¦x")]
    [InlineData("¦\n  x ")]
    [InlineData("\uFEFF¦\uFEFF")]
    [InlineData("¦&#32;")]
    [InlineData("¦<![CDATA[]]>")]
    [InlineData("<?xml version='1.0'?>¦x")]
    [InlineData("¦ <?xml version='1.0'?>")]
    [InlineData("¦<!-- plugin --><?xml version='1.0'?>")]
    [InlineData("¦Warning: x\n<?xml version='1.0'?>")]
    public void R06_TextBeforeTheRoot_IsRefused(string prolog) => RefuseCall(prolog + Empty, "R06", "AllowLeadingText");

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("\n\n<?xml version='1.0'?>")]
    [InlineData("Warning: x <br />\n<?xml version='1.0'?>")]
    [InlineData("<b>Warning</b>: x\n")]
    [InlineData("\uFEFF\uFEFF\n\uFEFF<?xml version='1.0'?>")]
    [InlineData("<!-- plugin <methodCall> --><?xml version='1.0'?>")]
    [InlineData("<!-- <?xml version='1.0'?> -->")]
    [InlineData("<?php <methodCall> ?>\n")]
    public void R06_TextBeforeTheRoot_IsSkippedByItsSwitch(string prolog) =>
        Assert.Equal(["m"], ReadCall(prolog + Empty, DialectSwitch.StrictWith("AllowLeadingText")));

    [Fact]
    [Trait("Rule", "R06")]
    public void R06_LeadingText_IsNotLookedForInAValue()
    {
        const string Value = "<value><![CDATA[<?xml version='1.0'?><methodCall>]]></value>";

        Assert.Equal("<?xml version='1.0'?><methodCall>", ReadValue(Value, XmlRpcDialect.Tolerant));
        Assert.Equal("<?xml version='1.0'?><methodCall>", ReadValue("<!-- <method -->" + Value, XmlRpcDialect.Tolerant));
    }

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("¦<methodResponse></methodResponse>")]
    [InlineData("¦<html></html>")]
    [InlineData("¦<METHODCALL/>")]
    [InlineData("¦<x:methodCall xmlns:x='u'></x:methodCall>")]
    [InlineData("¦<value>1</value>")]
    public void R06_OtherRoot_IsRefusedByEveryDialect(string text)
    {
        RefuseCall(text, "R06");
        RefuseCall(text, "R06", dialect: DialectSwitch.StrictWith("AllowUnknownElements"));
    }

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("¦x")]
    [InlineData("¦ <!-- c --> x")]
    [InlineData("¦&#32;")]
    [InlineData("¦<![CDATA[]]>")]
    [InlineData("¦<a/>")]
    [InlineData(" ¦<methodCall/>")]
    [InlineData("¦</methodCall>")]
    public void R06_MarkupBehindTheRoot_IsRefusedByEveryDialect(string epilog)
    {
        RefuseCall(Empty + epilog, "R06");
        RefuseCall(Empty + epilog, "R06", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R07")]
    [InlineData("¦<methodCall/>")]
    [InlineData("<methodCall>¦</methodCall>")]
    [InlineData("<methodCall>¦<params/></methodCall>")]
    [InlineData("<methodCall><methodName>¦</methodName></methodCall>")]
    [InlineData("<methodCall><methodName/>¦</methodCall>")]
    [InlineData("<methodCall><methodName>¦ </methodName></methodCall>")]
    [InlineData("<methodCall><methodName>¦<!--m--></methodName></methodCall>")]
    [InlineData("<methodCall><methodName>a</methodName>¦<methodName>b</methodName></methodCall>")]
    [InlineData("<methodCall><methodName>a¦<value/></methodName></methodCall>")]
    public void R07_MethodName_MissingEmptyOrTwice_IsRefusedByEveryDialect(string text)
    {
        RefuseCall(text, "R07");
        RefuseCall(text, "R07", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R08")]
    [InlineData("add", "add")]
    [InlineData("system.listMethods", "system.listMethods")]
    [InlineData("A_z.0:9/", "A_z.0:9/")]
    [InlineData("..", "..")]
    [InlineData("a<!-- b -->d<![CDATA[d]]>", "add")]
    [InlineData("&#97;dd", "add")]
    public void R08_MethodName_OfTheAlphabet_IsRead(string text, string name) =>
        Assert.Equal([name], ReadCall($"<methodCall><methodName>{text}</methodName></methodCall>"));

    [Theory]
    [Trait("Rule", "R08")]
    [InlineData("¦a-b", "AllowAnyMethodName")]
    [InlineData("¦a b", "AllowAnyMethodName")]
    [InlineData("¦größe", "AllowAnyMethodName")]
    [InlineData("¦&lt;a", "AllowAnyMethodName")]
    [InlineData("¦a;b", "AllowAnyMethodName")]
    [InlineData("¦ add", "AllowMethodNameWhiteSpace")]
    [InlineData("¦add\r\n", "AllowMethodNameWhiteSpace")]
    public void R08_MethodName_OfOtherCharacters_IsRefused(string text, string allowedBy) =>
        RefuseCall($"<methodCall><methodName>{text}</methodName></methodCall>", "R08", allowedBy);

    [Fact]
    [Trait("Rule", "R08")]
    public void R08_MethodName_OfAnyCharacters_IsUnescapedOctets()
    {
        var reader = new XmlRpcReader(Utf8("<methodCall><methodName> a&lt;ß\n</methodName></methodCall>"), XmlRpcDialect.Tolerant);
        reader.ReadStartMethodCall();

        Assert.True(reader.MethodName.SequenceEqual("a<ß"u8));
    }

    [Theory]
    [Trait("Rule", "R09")]
    [InlineData("../../etc/passwd")]
    [InlineData("a..b")]
    [InlineData("System.Diagnostics.Process:Start")]
    [InlineData("//")]
    public void R09_MethodName_HasNoMeaningToTheReader(string name) =>
        Assert.Equal([name], ReadCall($"<methodCall><methodName>{name}</methodName></methodCall>"));

    [Theory]
    [Trait("Rule", "R10")]
    [InlineData("")]
    [InlineData("<params/>")]
    [InlineData("<params></params>")]
    [InlineData(" <params> <!-- none --> </params> ")]
    public void R10_Params_MissingOrEmpty_AreNone(string parameters) =>
        Assert.Equal(["m"], ReadCall($"<methodCall><methodName>m</methodName>{parameters}</methodCall>"));

    [Theory]
    [Trait("Rule", "R10")]
    [InlineData("¦<param><value/></param>")]
    [InlineData("¦<value/>")]
    [InlineData("¦<fault/>")]
    [InlineData("<params/>¦<params/>")]
    [InlineData("<params></params>¦<params></params>")]
    [InlineData("<params></params>¦<methodName/>")]
    public void R10_Call_OfOtherShape_IsRefusedByEveryDialect(string parameters)
    {
        RefuseCall($"<methodCall><methodName>m</methodName>{parameters}</methodCall>", "R10");
        RefuseCall($"<methodCall><methodName>m</methodName>{parameters}</methodCall>", "R10", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R11")]
    [InlineData("¦<param/>", "")]
    [InlineData("<param>¦</param>", "params[0]")]
    [InlineData("<param>¦<int>1</int></param>", "params[0]")]
    [InlineData("<param><value/>¦<value/></param>", "params[0]")]
    [InlineData("<param><value>1</value></param><param><value>1</value>¦<value>2</value></param>", "params[1]")]
    [InlineData("¦<value/>", "")]
    [InlineData("<param><value/></param>¦<value/>", "params[0]")]
    [InlineData("¦<params/>", "")]
    public void R11_Param_OfOtherShape_IsRefusedByEveryDialect(string parameters, string path)
    {
        var call = $"<methodCall><methodName>m</methodName><params>{parameters}</params></methodCall>";

        RefuseCall(call, "R11", path: path);
        RefuseCall(call, "R11", path: path, dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public void R11_Params_AnyNumber_IsRead()
    {
        var parameters = string.Concat(Enumerable.Range(0, 1000).Select(number => $"<param><value><int>{number}</int></value></param>"));

        var call = ReadCall($"<methodCall><methodName>m</methodName><params>{parameters}</params></methodCall>");

        Assert.Equal(1001, call.Count);
        Assert.Equal(999, call[1000]);
    }

    [Fact]
    [Trait("Rule", "R55")]
    public void R55_ParameterTooMany_IsRefusedAsInvalidParameters()
    {
        var call = CallOf("<value>1</value></param><param><value>2</value>");
        var exception = Assert.Throws<XmlRpcFormatException>(() =>
        {
            var reader = new XmlRpcReader(Utf8(call));
            reader.ReadStartMethodCall();
            Assert.True(reader.ReadNextParameter());
            reader.Skip();
            reader.ReadEndParameters();
        });

        Assert.Equal((XmlRpcFaultCodes.InvalidParameters, "R55", "params[1]"), (exception.FaultCode, exception.Rule, exception.Path));
    }
}
