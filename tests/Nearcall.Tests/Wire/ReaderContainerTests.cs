using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Structs and arrays (R34 to R41).</summary>
public sealed class ReaderContainerTests
{
    private const string Member = "<member><name>a</name><value>1</value></member>";

    [Theory]
    [Trait("Rule", "R34")]
    [InlineData("<struct></struct>")]
    [InlineData("<struct/>")]
    [InlineData("<struct> <!-- none --> </struct>")]
    public void R34_Struct_Empty_IsRead(string type) => Assert.Equal(XmlRpcStruct.Empty, ReadTyped(type));

    [Fact]
    [Trait("Rule", "R34")]
    public void R34_Struct_Members_AreRead()
    {
        var value = ReadTyped($"\n<struct>\n <member>\n <name>a</name>\n <value><int>1</int></value>\n </member>\n <member><name>b</name>"
            + $"<value/></member></struct>\n");

        Assert.Equal(new XmlRpcStruct { ["a"] = 1, ["b"] = "" }, value);
    }

    [Theory]
    [Trait("Rule", "R34")]
    [InlineData("<struct>¦<member/></struct>", "params[0]")]
    [InlineData("<struct><member>¦</member></struct>", "params[0]")]
    [InlineData("<struct><member><name>a</name>¦</member></struct>", "params[0].a")]
    [InlineData("<struct><member>¦<value>1</value></member></struct>", "params[0]")]
    [InlineData("<struct><member>¦<value>1</value><name>a</name></member></struct>", "params[0]")]
    [InlineData("<struct><member><name>a</name>¦<name>b</name><value>1</value></member></struct>", "params[0].a")]
    [InlineData("<struct><member><name>a</name><value>1</value>¦<value>2</value></member></struct>", "params[0].a")]
    [InlineData("<struct><member><name>a</name><value>1</value>¦<name>b</name></member></struct>", "params[0].a")]
    [InlineData("<struct><member><name>a</name>¦<int>1</int></member></struct>", "params[0].a")]
    [InlineData("<struct>¦<name>a</name><value>1</value></struct>", "params[0]")]
    [InlineData("<struct>¦<value>1</value></struct>", "params[0]")]
    [InlineData("<struct>¦<struct/></struct>", "params[0]")]
    public void R34_Struct_OfOtherShape_IsRefusedByEveryDialect(string type, string path)
    {
        RefuseTyped(type, "R34", path: path);
        RefuseTyped(type, "R34", path: path, dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R35")]
    public void R35_Struct_Order_IsKeptAndDoesNotCount()
    {
        const string Other = "<member><name>0</name><value>2</value></member>";
        var value = ReadTyped($"<struct>{Member}{Other}</struct>");

        Assert.Equal(ReadTyped($"<struct>{Other}{Member}</struct>"), value);
        Assert.Equal(["a", "0"], value.AsStruct().Keys);
    }

    [Theory]
    [Trait("Rule", "R36")]
    [InlineData(XmlRpcDuplicateMembers.KeepFirst, "1")]
    [InlineData(XmlRpcDuplicateMembers.KeepLast, "2")]
    public void R36_Struct_DuplicateMember_IsWhatThePolicySays(XmlRpcDuplicateMembers policy, string expected)
    {
        var type = $"<struct>{Member}<member><name>b</name><value/></member><member><name>&#97;</name><value>2</value></member></struct>";

        var value = ReadTyped(type, XmlRpcDialect.Strict with { DuplicateMembers = policy });

        Assert.Equal(new XmlRpcStruct { ["a"] = expected, ["b"] = "" }, value);
    }

    [Theory]
    [Trait("Rule", "R36")]
    [InlineData("<struct><member><name>a</name><value>1</value></member><member><name>a</name>¦<value>1</value></member></struct>")]
    [InlineData("<struct><member><name>a</name><value>1</value></member><member><name><![CDATA[a]]></name>¦<value>2</value></member>"
        + "</struct>")]
    public void R36_Struct_DuplicateMember_IsRefused(string type) => RefuseTyped(type, "R36", "DuplicateMembers", path: "params[0].a");

    [Theory]
    [Trait("Rule", "R37")]
    [InlineData("<name></name>", "")]
    [InlineData("<name/>", "")]
    [InlineData("<name> a </name>", " a ")]
    [InlineData("<name>\n</name>", "\n")]
    [InlineData("<name>größe 中 😀</name>", "größe 中 😀")]
    [InlineData("<name>a&lt;b&amp;c</name>", "a<b&c")]
    [InlineData("<name><![CDATA[<a>]]>b<!--c-->d</name>", "<a>bd")]
    [InlineData("<name>A</name>", "A")]
    public void R37_MemberName_IsFreeText(string element, string name)
    {
        var document = $"<value><struct><member>{element}<value>1</value></member></struct></value>";
        var reader = new XmlRpcReader(Utf8(document));
        reader.ReadStartStruct();

        Assert.True(reader.ReadNextMember());
        Assert.Equal(name, reader.GetMemberName());
        Assert.True(reader.MemberNameEquals(Utf8(name)));
        Assert.False(reader.MemberNameEquals(Utf8(name + "x")));
        Assert.Equal(new XmlRpcStruct { [name] = "1" }, ReadValue(document));
    }

    [Theory]
    [Trait("Rule", "R38")]
    [InlineData("<array><data></data></array>")]
    [InlineData("<array><data/></array>")]
    [InlineData("<array> <data> </data> </array>")]
    public void R38_Array_Empty_IsRead(string type) => Assert.Equal(XmlRpcArray.Empty, ReadTyped(type));

    [Theory]
    [Trait("Rule", "R38")]
    [InlineData("¦<array/>")]
    [InlineData("¦<array></array>")]
    [InlineData("¦<array> </array>")]
    public void R38_Array_WithoutData_IsRefused(string type) => RefuseTyped(type, "R38", "AllowArrayWithoutData");

    [Theory]
    [Trait("Rule", "R38")]
    [InlineData("<array><data></data>¦<data></data></array>", "params[0]")]
    [InlineData("<array><data/>¦<data/></array>", "params[0]")]
    [InlineData("<array>¦<value>1</value></array>", "params[0]")]
    [InlineData("<array><data>¦<int>1</int></data></array>", "params[0]")]
    [InlineData("<array><data><value>1</value>¦<data/></data></array>", "params[0][0]")]
    [InlineData("<array><data>¦<member/></data></array>", "params[0]")]
    public void R38_Array_OfOtherShape_IsRefusedByEveryDialect(string type, string path)
    {
        RefuseTyped(type, "R38", path: path);
        RefuseTyped(type, "R38", path: path, dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R39")]
    public void R39_Array_Items_MayDifferInType()
    {
        var value = ReadTyped("<array><data><value><int>1</int></value><value>x</value> <value><array><data/></array></value><value/>"
            + "<value><nil/></value></data></array>");

        Assert.Equal([1, "x", XmlRpcArray.Empty, "", XmlRpcValue.Nil], value);
    }

    [Theory]
    [Trait("Rule", "R41")]
    [InlineData("<struct>¦<foo/></struct>", "params[0]")]
    [InlineData("<struct><member>¦<foo/><name>a</name><value/></member></struct>", "params[0]")]
    [InlineData("<struct><member><name>a</name><value/>¦<foo>x</foo></member></struct>", "params[0].a")]
    [InlineData("<array>¦<foo/><data/></array>", "params[0]")]
    [InlineData("<array><data><value>1</value>¦<x:value xmlns:x='u'/></data></array>", "params[0][0]")]
    [InlineData("<int>1</int>¦<foo/>", "params[0]")]
    public void R41_UnknownElement_IsRefused(string type, string path) => RefuseTyped(type, "R41", "AllowUnknownElements", path: path);

    [Theory]
    [Trait("Rule", "R41")]
    [InlineData("¦<foo>x</foo>")]
    [InlineData("¦<foo/>")]
    [InlineData("¦<bar:int xmlns:bar='u'>5</bar:int>")]
    public void R41_UnknownType_IsRefused(string type) => RefuseTyped(type, "R41", "AllowUnknownTypes");

    [Theory]
    [Trait("Rule", "R41")]
    [InlineData("<int>¦<b>5</b></int>")]
    [InlineData("<string>a¦<b/></string>")]
    [InlineData("<base64>¦<value/></base64>")]
    public void R41_ElementInAScalar_IsRefusedByEveryDialect(string type)
    {
        RefuseTyped(type, "R41");
        RefuseTyped(type, "R41", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R28")]
    [InlineData("¦<value>x</value>")]
    [InlineData("¦<param/>")]
    [InlineData("¦<data/>")]
    [InlineData("¦<methodCall/>")]
    public void R28_Value_WithAnElementOfTheFrame_IsRefusedByEveryDialect(string type)
    {
        RefuseTyped(type, "R28");
        RefuseTyped(type, "R28", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R41")]
    [InlineData("¦x<member><name>a</name><value/></member>", "params[0]")]
    [InlineData("<member><name>a</name>¦x<value/></member>", "params[0].a")]
    [InlineData("<member><name>a</name><value/>¦x</member>", "params[0].a")]
    public void R41_TextBetweenElements_IsRefused(string members, string path) =>
        RefuseTyped($"<struct>{members}</struct>", "R41", path: path);

    [Fact]
    [Trait("Rule", "R41")]
    public void R41_UnknownElements_AreSkippedWhole()
    {
        const string Unknown = "<foo a='1'><value><int>x</int></value><foo><![CDATA[</foo>]]></foo><!--</foo>--></foo>";
        var dialect = DialectSwitch.StrictWith("AllowUnknownElements");

        var call = ReadCall(
            $"<methodCall>{Unknown}<methodName>m</methodName>{Unknown}<params>{Unknown}<param>{Unknown}<value>"
                + $"<struct>{Unknown}<member>{Unknown}<name>a</name>{Unknown}"
            + $"<value><array>{Unknown}<data>{Unknown}<value>1</value>{Unknown}</data>{Unknown}</array>{Unknown}</value>{Unknown}"
            + $"</member>{Unknown}</struct>{Unknown}"
            + $"</value>{Unknown}</param>{Unknown}</params>{Unknown}</methodCall>",
            dialect);

        Assert.Equal(["m", new XmlRpcStruct { ["a"] = XmlRpcArray.Create("1") }], call);
    }

    [Theory]
    [Trait("Rule", "R41")]
    [InlineData("<foo>¦</bar>")]
    [InlineData("<foo><b>¦</foo></b>")]
    [InlineData("<foo><b></b>¦</struct>")]
    public void R41_UnknownElement_NotWellFormed_IsRefusedByTolerant(string element) =>
        RefuseTyped($"<struct>{element}</struct>", null, faultCode: XmlRpcFaultCodes.NotWellFormed, dialect: XmlRpcDialect.Tolerant);
}
