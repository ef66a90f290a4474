using System.Globalization;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>The frame of an answer, and faults (R44 to R48, R53, R79).</summary>
public sealed class ReaderResponseTests
{
    private const string Code = "<member><name>faultCode</name><value><int>4</int></value></member>";
    private const string Text = "<member><name>faultString</name><value><string>Too many parameters.</string></value></member>";

    [Theory]
    [Trait("Rule", "R44")]
    [InlineData("<methodResponse><params><param><value><string>x</string></value></param></params></methodResponse>")]
    [InlineData("<?xml version='1.0'?>\n<methodResponse>\n <params>\n  <param>\n   <value><string>x</string></value>\n  </param>\n"
        + " </params>\n</methodResponse>\n")]
    [InlineData("<methodResponse><!-- a --><params><?b c?><param><value>x</value></param></params></methodResponse><!-- d -->")]
    public void R44_Response_WithResult_IsRead(string text)
    {
        var result = ReadResponse(text);

        Assert.True(result.IsSuccess);
        Assert.Equal("x", result.Value);
    }

    [Theory]
    [Trait("Rule", "R44")]
    [InlineData("¦<methodCall/>")]
    [InlineData("¦<html><body>404</body></html>")]
    [InlineData("<methodResponse>¦<value/></methodResponse>")]
    [InlineData("<methodResponse>¦<param/></methodResponse>")]
    [InlineData("<methodResponse>¦<fault/></methodResponse>")]
    [InlineData("<methodResponse><params><param><value/></param></params>¦<fault/></methodResponse>")]
    [InlineData("<methodResponse><params><param><value/></param></params>¦<params/></methodResponse>")]
    [InlineData("<methodResponse><params/>¦<fault/></methodResponse>")]
    public void R44_Response_OfOtherShape_IsRefusedByEveryDialect(string text)
    {
        RefuseResponse(text, "R44");
        RefuseResponse(text, "R44", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R44")]
    [InlineData("¦<params><param><value/></param></params>")]
    [InlineData("¦<fault/>")]
    public void R44_Response_WithFaultAndAnother_IsRefusedByEveryDialect(string second)
    {
        var response = $"<methodResponse>{Fault(Code + Text)}{second}</methodResponse>";

        RefuseResponse(response, "R44");
        RefuseResponse(response, "R44", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R45")]
    [InlineData("¦<methodResponse/>")]
    [InlineData("<methodResponse>¦</methodResponse>")]
    [InlineData("<methodResponse>¦<params/></methodResponse>")]
    [InlineData("<methodResponse>¦<params> </params></methodResponse>")]
    public void R45_Response_WithoutResult_IsRefused(string text)
    {
        var response = text.Replace(Mark, "", StringComparison.Ordinal);

        RefuseResponse(text, "R45", "AllowMissingResult");
        Assert.Equal(XmlRpcValue.Nil, ReadResponse(response, DialectSwitch.StrictWith("AllowMissingResult")).Value);
    }

    [Theory]
    [Trait("Rule", "R46")]
    [InlineData("¦<param/>", "")]
    [InlineData("<param>¦</param>", "params[0]")]
    [InlineData("<param>¦<int>1</int></param>", "params[0]")]
    [InlineData("<param><value/>¦<value/></param>", "params[0]")]
    [InlineData("<param><value/></param>¦<param><value/></param>", "params[0]")]
    [InlineData("¦<value/>", "")]
    public void R46_Params_OtherThanOneParamOfOneValue_AreRefusedByEveryDialect(string parameters, string path)
    {
        var response = $"<methodResponse><params>{parameters}</params></methodResponse>";

        RefuseResponse(response, "R46", path: path);
        RefuseResponse(response, "R46", path: path, dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R47")]
    [InlineData(Code + Text)]
    [InlineData(Text + Code)]
    [InlineData("\n" + Code + " <!-- and --> " + Text)]
    [InlineData("<member><name>faultCode</name><value><i4>4</i4></value></member><member><name>faultString</name>"
        + "<value>Too many parameters.</value></member>")]
    public void R47_Fault_InEitherOrder_IsRead(string members)
    {
        var fault = ReadResponse($"<methodResponse>{Fault(members)}</methodResponse>").Fault;

        Assert.Equal((4, "Too many parameters."), (fault?.Code, fault?.Text));
    }

    [Theory]
    [Trait("Rule", "R47")]
    [InlineData(Code, "AllowFaultWithoutString")]
    [InlineData(Text, "AllowFaultWithoutString")]
    [InlineData("", null)]
    [InlineData("<member><name>FaultCode</name><value/></member>", null)]
    [InlineData(Code + Text + "<member><name>x</name><value/></member>", "AllowFaultMembers")]
    [InlineData("<member><name>faultCode</name><value>4</value></member>" + Text, "AllowFaultCodeKinds")]
    [InlineData("<member><name>faultCode</name><value><i8>4</i8></value></member>" + Text, "AllowFaultCodeKinds")]
    [InlineData(Code + "<member><name>faultString</name><value><int>5</int></value></member>", "AllowFaultCodeKinds")]
    public void R47_Fault_OfOtherMembers_IsRefused(string members, string? allowedBy) =>
        RefuseResponse(
            $"<methodResponse><fault>{Mark}<value><struct>{members}</struct></value></fault></methodResponse>",
            "R47",
            allowedBy,
            path: "fault");

    [Theory]
    [Trait("Rule", "R47")]
    [InlineData("<fault>¦</fault>")]
    [InlineData("<fault>¦<struct/></fault>")]
    [InlineData("<fault><value><struct>" + Code + Text + "</struct></value>¦<value/></fault>")]
    public void R47_Fault_OfOtherShape_IsRefusedByEveryDialect(string fault)
    {
        RefuseResponse($"<methodResponse>{fault}</methodResponse>", "R47", path: "fault");
        RefuseResponse($"<methodResponse>{fault}</methodResponse>", "R47", path: "fault", dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R47")]
    public void R47_Fault_ThatIsNoStruct_IsRefused()
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReadResponse("<methodResponse><fault><value>x</value></fault>"
            + "</methodResponse>", XmlRpcDialect.Tolerant));

        Assert.Equal("fault", exception.Path);
        Assert.Contains("struct", exception.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "R36")]
    [InlineData(XmlRpcDuplicateMembers.KeepFirst, 4)]
    [InlineData(XmlRpcDuplicateMembers.KeepLast, 5)]
    public void R36_Fault_DuplicateMember_IsWhatThePolicySays(XmlRpcDuplicateMembers policy, int expected)
    {
        var response = $"<methodResponse>{Fault(Code + Text + Code.Replace('4', '5'))}</methodResponse>";

        Assert.Equal(expected, ReadResponse(response, XmlRpcDialect.Strict with { DuplicateMembers = policy }).Fault?.Code);
        RefuseResponse(
            response.Replace("</name><value><int>5", $"</name>{Mark}<value><int>5", StringComparison.Ordinal),
            "R36",
            "DuplicateMembers",
            path: "fault.faultCode");
    }

    [Theory]
    [Trait("Rule", "R48")]
    [Trait("Rule", "R53")]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(XmlRpcFaultCodes.ReservedFirst)]
    [InlineData(XmlRpcFaultCodes.ReservedLast)]
    public void R48_Fault_AnyCode_IsRead(int code)
    {
        var members = Code.Replace("4", code.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) + Text;

        var fault = ReadResponse($"<methodResponse>{Fault(members)}</methodResponse>").Fault;

        Assert.Equal(code, fault?.Code);
    }

    [Theory]
    [Trait("Rule", "R47")]
    [InlineData("<value>12</value>", 12)]
    [InlineData("<value><i8>12</i8></value>", 12)]
    [InlineData("<value>warning -- UserError</value>", 0)]
    [InlineData("<value><i8>9999999999</i8></value>", 0)]
    [InlineData("<value><boolean>1</boolean></value>", 0)]
    [InlineData("<value><nil/></value>", 0)]
    public void R47_Fault_CodeOfAnotherKind_IsReadByItsSwitchAndKeptAsItCame(string code, int expected)
    {
        var response = $"<methodResponse>{Fault($"<member><name>faultCode</name>{code}</member>{Text}")}</methodResponse>";

        var fault = ReadResponse(response, DialectSwitch.StrictWith("AllowFaultCodeKinds")).Fault;

        Assert.Equal((expected, "Too many parameters."), (fault?.Code, fault?.Text));
        Assert.Equal(ReadValue(code), fault?.Members?["faultCode"]);
    }

    [Fact]
    [Trait("Rule", "R79")]
    public void R79_FaultCause_IsPassedOverUnread()
    {
        const string Cause = "<member><name>faultCause</name><value>"
            + "<ex:serializable xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>rO0AB...</ex:serializable></value></member>";

        var fault = ReadResponse($"<methodResponse>{Fault(Cause + Code + Text)}</methodResponse>", XmlRpcDialect.Tolerant).Fault;

        Assert.Equal((4, "Too many parameters."), (fault?.Code, fault?.Text));
        RefuseResponse(
            $"<methodResponse>{Fault(Cause.Replace(">rO0", $">{Mark}rO0", StringComparison.Ordinal) + Code + Text)}</methodResponse>",
            "R76",
            "ReadSerializable",
            path: "fault.faultCause");
    }

    private static string Fault(string members) => $"<fault><value><struct>{members}</struct></value></fault>";
}
