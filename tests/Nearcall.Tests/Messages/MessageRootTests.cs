using System.Text;

namespace Nearcall.Tests.Messages;

/// <summary>The element that a message is, and what may stand before it.</summary>
public sealed class MessageRootTests
{
    private const string Call = "<methodCall><methodName>a</methodName></methodCall>";

    public static TheoryData<string> Dialects { get; } = ["strict", "tolerant"];

    [Theory]
    [MemberData(nameof(Dialects))]
    [Trait("Rule", "R06")]
    public void R06_OtherRoot_IsNoCallInAnyDialect(string dialect)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReadName("<foo/>", dialect));

        Assert.Equal((XmlRpcFaultCodes.InvalidMessage, "R06"), (exception.FaultCode, exception.Rule));
    }

    [Fact]
    [Trait("Rule", "R06")]
    public void R06_TextBeforeTheRoot_IsRefusedByStrictWhichNamesTheSwitch()
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReadName("Warning: x\n" + Call, "strict"));

        Assert.Equal(("R06", "XmlRpcDialect.AllowLeadingText"), (exception.Rule, exception.Switch));
    }

    [Theory]
    [InlineData("\n\n<?xml version='1.0'?>")]
    [InlineData("Warning: <b>x</b>\n")]
    [InlineData("\uFEFF\uFEFF")]
    [Trait("Rule", "R06")]
    public void R06_TextBeforeTheRoot_IsSkippedByTolerant(string text) => Assert.Equal("a", ReadName(text + Call, "tolerant"));

    [Theory]
    [MemberData(nameof(Dialects))]
    [Trait("Rule", "R51")]
    public void R51_DocumentType_IsRefusedByEveryDialect(string dialect)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReadName("<!DOCTYPE methodCall [<!ENTITY a 'b'>]>" + Call, dialect));

        Assert.Equal((XmlRpcFaultCodes.NotWellFormed, "R51"), (exception.FaultCode, exception.Rule));
    }

    private static string ReadName(string text, string dialect)
    {
        var reader = new XmlRpcReader(Encoding.UTF8.GetBytes(text), dialect == "strict" ? XmlRpcDialect.Strict : XmlRpcDialect.Tolerant);
        reader.ReadStartMethodCall();
        return Encoding.UTF8.GetString(reader.MethodName);
    }
}
