using System.Buffers;
using System.Text;

namespace Nearcall.Tests.Messages;

public sealed class XmlRpcMethodResponseTests
{
    [Fact]
    [Trait("Rule", "R44")]
    public void R44_WriteAndRead_Result_IsTheSame()
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodResponse.Write(output, 15);

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><methodResponse><params>"""
                + "<param><value><int>15</int></value></param></params></methodResponse>",
            Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal(15, XmlRpcMethodResponse.Read(output.WrittenSpan).Value);
    }

    [Fact]
    [Trait("Rule", "R47")]
    public void R47_WriteAndRead_Fault_IsTheSame()
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodResponse.WriteFault(output, new(42, "It failed"));
        var result = XmlRpcMethodResponse.Read(output.WrittenSpan);

        Assert.False(result.IsSuccess);
        Assert.Equal(42, result.Fault.Code);
        Assert.Equal("It failed", result.Fault.Text);
    }

    [Fact]
    [Trait("Rule", "R45")]
    public void R45_Read_NoResult_IsRefusedOrNil()
    {
        var text = "<methodResponse><params></params></methodResponse>"u8.ToArray();

        Assert.Equal("R45", Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodResponse.Read(text)).Rule);
        Assert.True(XmlRpcMethodResponse.Read(text, XmlRpcDialect.Tolerant).Value.IsNil);
    }

    [Fact]
    [Trait("Rule", "R46")]
    public void R46_Read_TwoResults_AreRefused()
    {
        const string Param = "<param><value>a</value></param>";
        var text = Encoding.UTF8.GetBytes($"<methodResponse><params>{Param}{Param}</params></methodResponse>");

        Assert.Equal("R46", Assert.Throws<XmlRpcFormatException>(() => XmlRpcMethodResponse.Read(text)).Rule);
    }

    [Fact]
    public void WriteFault_NoFault_Throws() =>
        Assert.Throws<ArgumentNullException>(() => XmlRpcMethodResponse.WriteFault(new ArrayBufferWriter<byte>(), null!));
}
