using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Messages;

public sealed class XmlRpcMethodCallTests
{
    private const string Add = """<?xml version="1.0" encoding="utf-8"?><methodCall><methodName>add</methodName><params>"""
        + "<param><value><int>10</int></value></param><param><value><int>5</int></value></param></params></methodCall>";

    [Fact]
    [Trait("Rule", "R06")]
    public void R06_Write_Call_IsCanonical()
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(output, "add", [10, 5]);

        Assert.Equal(Add, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    [Trait("Rule", "R06")]
    public void R06_Read_Call_GivesNameAndParameters()
    {
        var (method, parameters) = XmlRpcMethodCall.Read(Encoding.UTF8.GetBytes(Add));

        Assert.Equal("add", method);
        Assert.Equal<XmlRpcArray>([10, 5], parameters);
    }

    [Theory]
    [Trait("Rule", "R10")]
    [InlineData("<params></params>")]
    [InlineData("<params/>")]
    [InlineData("")]
    public void R10_Read_NoParameters_AreNone(string parameters) => Assert.Empty(
        XmlRpcMethodCall.Read(Encoding.UTF8.GetBytes($"<methodCall><methodName>a</methodName>{parameters}</methodCall>")).Parameters);

    [Fact]
    public void Read_WhatWriteWrote_IsEqual()
    {
        var dialect = XmlRpcDialect.Tolerant with
        {
            WriteNil = true,
            WriteExtensions = true,
            WriteDateZone = XmlRpcDateZone.Write,
            WriteDateFraction = XmlRpcDateFraction.Write,
        };
        XmlRpcArray arguments =
        [
            1, true, "a < b & c\r\n", -0.0, double.Epsilon, 5L, XmlRpcValue.Nil, (byte[])[0, 255], new DateTime(1998, 7, 17, 14, 8, 55),
            new DateTimeOffset(1998, 7, 17, 14, 8, 55, 250, TimeSpan.FromHours(2)), 12.50m, XmlRpcValue.I1(-1), XmlRpcValue.Float(0.1f),
            System.Numerics.BigInteger.Pow(10, 40), XmlRpcValue.ExtensionDateTime(DateTimeOffset.UnixEpoch),
            new XmlRpcStruct { [""] = XmlRpcArray.Create(1, "x", XmlRpcArray.Empty), [" <b> "] = XmlRpcStruct.Empty },
        ];
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(output, "a", arguments.AsSpan(), dialect);

        Assert.Equal(arguments, XmlRpcMethodCall.Read(output.WrittenSpan, dialect).Parameters);
    }

    [Fact]
    [Trait("Rule", "R25")]
    public void R25_Read_OtherEncoding_IsReadAndNamedInErrors()
    {
        const string Start = "<?xml version='1.0' encoding='utf-16'?><methodCall><methodName>a</methodName><params>";
        const string Text = Start + "<param><value>ü</value></param>";
        var whole = Encoding.Unicode.GetBytes("\uFEFF" + Text + "</params></methodCall>");

        Assert.Equal<XmlRpcArray>(["ü"], XmlRpcMethodCall.Read(whole).Parameters);

        var broken = Encoding.Unicode.GetBytes("\uFEFF" + Text + "<param><value><int>x</int></value></param></params></methodCall>");
        var exception = Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodCall.Read(broken));
        Assert.Equal("utf-16", exception.Transcoded);
        Assert.Equal("params[1]", exception.Path);
        Assert.Equal(Encoding.UTF8.GetByteCount(Text + "<param><value><int>"), exception.Offset);
        Assert.Contains("of the text after transcoding from utf-16", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R06")]
    [InlineData("<methodResponse><params><param><value>a</value></param></params></methodResponse>")]
    [InlineData("<html></html>")]
    public void R06_Read_AnotherRoot_IsRefused(string text) => Assert.Equal(
        "R06", Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodCall.Read(Encoding.UTF8.GetBytes(text))).Rule);

    [Fact]
    public void Read_MoreThanTheLimit_IsRefused()
    {
        var exception = Assert.Throws<XmlRpcFormatException>(
            () => XmlRpcMethodCall.Read(Encoding.UTF8.GetBytes(Add), limits: XmlRpcLimits.Default with { MaxBytes = 100 }));

        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, exception.FaultCode);
        Assert.Equal(
            $"The message has {Add.Length} bytes; 100 are allowed. A greater XmlRpcLimits.MaxBytes would accept it.", exception.Message);
    }
}
