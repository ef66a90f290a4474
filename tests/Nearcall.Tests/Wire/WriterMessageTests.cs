namespace Nearcall.Tests.Wire;

public sealed class WriterMessageTests
{
    private static readonly XmlRpcFault Fault = new(42, "It failed");

    [Fact]
    [Trait("Rule", "R06")]
    [Trait("Rule", "R07")]
    [Trait("Rule", "R11")]
    [Trait("Rule", "R25")]
    public void R06_WriteMethodCall_TwoParameters_IsTheCanonicalCall() => Assert.Equal(
        """<?xml version="1.0" encoding="utf-8"?><methodCall><methodName>add</methodName><params>"""
            + "<param><value><int>10</int></value></param><param><value><int>5</int></value></param></params></methodCall>",
        Writing.Text(WriteAdd));

    [Theory]
    [Trait("Rule", "R10")]
    [InlineData(true, "<params></params>")]
    [InlineData(false, "")]
    public void R10_WriteMethodCall_NoParameters_HasEmptyParamsOrNone(bool writeEmptyParams, string expected) => Assert.Equal(
        $"{Writing.Prolog}<methodCall><methodName>a.b</methodName>{expected}</methodCall>",
        Writing.Text(
            (ref writer) =>
            {
                writer.WriteStartMethodCall("a.b");
                writer.WriteEndMethodCall();
            },
            XmlRpcDialect.Strict with { WriteEmptyParams = writeEmptyParams }));

    [Fact]
    [Trait("Rule", "R08")]
    public void R08_WriteStartMethodCall_EveryAllowedCharacter_IsWritten()
    {
        const string Name = "ABCDEFGHIJKLMNOPQRSTUVWXYZ.abcdefghijklmnopqrstuvwxyz:0123456789/_";

        Assert.Equal(
            $"{Writing.Prolog}<methodCall><methodName>{Name}</methodName>",
            Writing.Text((ref writer) => writer.WriteStartMethodCall(Name)));
    }

    [Theory]
    [Trait("Rule", "R08")]
    [InlineData("a b", "U+0020", "a b")]
    [InlineData("a-b", "U+002D", "a-b")]
    [InlineData("a<b>&", "U+003C", "a&lt;b&gt;&amp;")]
    [InlineData("größe", "U+00F6", "größe")]
    public void R08_WriteStartMethodCall_OtherCharacter_IsRefusedUnlessSwitchedOn(string name, string character, string expected)
    {
        WriteAction write = (ref writer) => writer.WriteStartMethodCall(name);

        Writing.IsRefusal(
            Writing.Refusal(write),
            $"A method name with the character {character} cannot be written.",
            "R08",
            "XmlRpcDialect.WriteAnyMethodName",
            path: "",
            offset: 0);
        Assert.Equal(
            $"{Writing.Prolog}<methodCall><methodName>{expected}</methodName>",
            Writing.Text(write, XmlRpcDialect.Strict with { WriteAnyMethodName = true }));
    }

    [Fact]
    [Trait("Rule", "R08")]
    public void R08_WriteStartMethodCall_InvalidCharacter_IsRefusedEvenIfAnyNameIsAllowed() =>
        Assert.Equal("R22", Writing.Refusal((ref writer) => writer.WriteStartMethodCall("a\0"), XmlRpcDialect.Tolerant).Rule);

    [Fact]
    [Trait("Rule", "R07")]
    public void R07_WriteStartMethodCall_NoName_Throws()
    {
        Assert.Throws<ArgumentException>(() => Writing.Text((ref writer) => writer.WriteStartMethodCall("")));
        Assert.Throws<ArgumentNullException>(() => Writing.Text((ref writer) => writer.WriteStartMethodCall(null!)));
    }

    [Fact]
    [Trait("Rule", "R44")]
    [Trait("Rule", "R45")]
    [Trait("Rule", "R46")]
    public void R44_WriteMethodResponse_Result_IsTheCanonicalAnswer() => Assert.Equal(
        $"{Writing.Prolog}<methodResponse><params><param><value><double>2.0</double></value></param></params></methodResponse>",
        Writing.Text((ref writer) =>
        {
            writer.WriteStartMethodResponse();
            writer.WriteDouble(2);
            writer.WriteEndMethodResponse();
        }));

    [Fact]
    [Trait("Rule", "R47")]
    public void R47_WriteFaultResponse_Fault_HasCodeThenText()
    {
        Assert.Equal(
            $"{Writing.Prolog}<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>42</int></value></member>"
                + "<member><name>faultString</name><value><string>It failed</string></value></member></struct></value></fault>"
                + "</methodResponse>",
            Writing.Text((ref writer) => writer.WriteFaultResponse(Fault)));
        Assert.Equal(
            $"{Writing.Prolog}<methodResponse><fault><value><struct><member><name>faultCode</name><value><i4>42</i4></value></member>"
                + "<member><name>faultString</name><value>It failed</value></member></struct></value></fault></methodResponse>",
            Writing.Text(
                (ref writer) => writer.WriteFaultResponse(Fault),
                XmlRpcDialect.Strict with { WriteI4 = true, WriteUntypedStrings = true }));
    }

    [Fact]
    [Trait("Rule", "R47")]
    [Trait("Rule", "R66")]
    public void R47_WriteFaultValue_FurtherMembers_AreNotWritten() => Assert.Equal(
        "<value><array><data><value><struct><member><name>faultCode</name><value><int>42</int></value></member>"
            + "<member><name>faultString</name><value><string>It failed</string></value></member></struct></value></data></array></value>",
        Writing.Text((ref writer) =>
        {
            writer.WriteStartArray();
            writer.WriteFaultValue(Fault with { Members = new() { ["faultCode"] = 42, ["faultString"] = "It failed", ["more"] = 1 } });
            writer.WriteEndArray();
        }));

    [Theory]
    [Trait("Rule", "R22")]
    [Trait("Rule", "R47")]
    [InlineData(XmlRpcInvalidCharacters.Refuse, "a\uFFFDb")]
    [InlineData(XmlRpcInvalidCharacters.Replace, "a\uFFFDb")]
    [InlineData(XmlRpcInvalidCharacters.Remove, "ab")]
    public void R22_WriteFaultValue_InvalidCharacter_IsNeverRefused(XmlRpcInvalidCharacters policy, string expected)
    {
        var dialect = XmlRpcDialect.Strict with { WriteInvalidCharacters = policy };

        Assert.Contains(
            $"<string>{expected}</string>",
            Writing.Text((ref writer) => writer.WriteFaultValue(new(1, "a\u0001b")), dialect),
            StringComparison.Ordinal);
        Assert.Equal(
            policy == XmlRpcInvalidCharacters.Refuse,
            Record.Exception(() => Writing.Text(
                (ref writer) =>
                {
                    writer.WriteFaultValue(new(1, "\u0001"));
                    writer.WriteString("\u0001");
                },
                dialect)) is XmlRpcFormatException);
    }

    [Fact]
    [Trait("Rule", "R73")]
    [Trait("Rule", "R77")]
    public void R73_WriteMessages_ExtensionsOn_DeclareThePrefixOnTheRoot()
    {
        Assert.Equal(
            $"{Writing.Prolog}<methodCall{Writing.Namespace}><methodName>a</methodName><params>"
                + "<param><value><ex:i1>1</ex:i1></value></param></params></methodCall>",
            Writing.Text(
                (ref writer) =>
                {
                    writer.WriteStartMethodCall("a");
                    writer.WriteStartParameter();
                    writer.WriteSByte(1);
                    writer.WriteEndParameter();
                    writer.WriteEndMethodCall();
                },
                Writing.Extensions));
        Assert.StartsWith(
            $"{Writing.Prolog}<methodResponse{Writing.Namespace}><params><param>",
            Writing.Text((ref writer) => writer.WriteStartMethodResponse(), Writing.Extensions),
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"{Writing.Prolog}<methodResponse{Writing.Namespace}><fault>",
            Writing.Text((ref writer) => writer.WriteFaultResponse(Fault), Writing.Extensions),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Flush_BetweenWriters_LetsAnotherGoOn()
    {
        using var buffer = PooledBuffer.Rent();
        var first = new XmlRpcWriter(buffer);
        first.WriteStartMethodResponse();
        first.WriteStartArray();
        first.WriteStartArray();
        first.Flush();

        var second = new XmlRpcWriter(buffer);
        second.WriteInt32(1);
        second.Flush();

        first.WriteEndArray();
        first.Flush();

        var last = new XmlRpcWriter(buffer);
        last.WriteEndArray();
        last.WriteEndMethodResponse();
        last.Flush();

        Assert.Equal(
            $"{Writing.Prolog}<methodResponse><params><param><value><array><data>"
                + "<value><array><data><value><int>1</int></value></data></array></value>"
                + "</data></array></value></param></params></methodResponse>",
            System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Flush_InAnOpenAnswer_LetsAnotherWriteTheResult()
    {
        using var buffer = PooledBuffer.Rent();
        var frame = new XmlRpcWriter(buffer);
        frame.WriteStartMethodResponse();
        frame.Flush();

        var result = new XmlRpcWriter(buffer);
        result.WriteInt32(15);
        result.Flush();

        frame.WriteEndMethodResponse();
        frame.Flush();

        Assert.EndsWith(
            "<param><value><int>15</int></value></param></params></methodResponse>",
            System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan),
            StringComparison.Ordinal);
    }

    private static void WriteAdd(ref XmlRpcWriter writer)
    {
        writer.WriteStartMethodCall("add");
        writer.WriteStartParameter();
        writer.WriteInt32(10);
        writer.WriteEndParameter();
        writer.WriteStartParameter();
        writer.WriteInt32(5);
        writer.WriteEndParameter();
        writer.WriteEndMethodCall();
    }
}
