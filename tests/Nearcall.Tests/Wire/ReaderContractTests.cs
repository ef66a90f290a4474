namespace Nearcall.Tests.Wire;

/// <summary>What generated code asks of the reader.</summary>
public class ReaderContractTests
{
    private const string TwoMembers =
        "<value><struct><member><name>a</name><value><int>1</int></value></member>"
        + "<member><name>b</name><value><int>2</int></value></member></struct></value>";

    private static readonly string Twice = TwoMembers.Replace("<name>b<", "<name>a<", StringComparison.Ordinal);

    [Fact]
    [Trait("Rule", "R55")]
    public void R55_ReadStartParameter_WithoutAnArgument_NamesTheParameter()
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() =>
        {
            var reader = new XmlRpcReader(ReaderText.Utf8(ReaderText.CallOf("<value>x</value>")));
            reader.ReadStartMethodCall();
            reader.ReadStartParameter("first");
            Assert.Equal("x", reader.ReadString());
            reader.ReadStartParameter("second");
        });

        Assert.Equal("R55", problem.Rule);
        Assert.Equal("", problem.Path);
        Assert.Contains("The argument for the parameter 'second' is missing.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(XmlRpcDuplicateMembers.KeepFirst, 1)]
    [InlineData(XmlRpcDuplicateMembers.KeepLast, 2)]
    [Trait("Rule", "R36")]
    public void R36_SkipDuplicateMember_DoesWhatTheDialectSays(XmlRpcDuplicateMembers policy, int expected) =>
        Assert.Equal(expected, ReadA(Twice, XmlRpcDialect.Strict with { DuplicateMembers = policy }));

    [Fact]
    [Trait("Rule", "R36")]
    public void R36_SkipDuplicateMember_ThatIsRefused_NamesTheSwitch()
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() => ReadA(Twice, XmlRpcDialect.Strict));

        Assert.Equal(("R36", "XmlRpcDialect.DuplicateMembers", "a"), (problem.Rule, problem.Switch, problem.Path));
        Assert.Equal(XmlRpcFaultCodes.InvalidMessage, problem.FaultCode);
    }

    [Fact]
    [Trait("Rule", "R34")]
    public void R34_SkipUnknownMember_PassesOverIt()
    {
        Assert.Equal(1, ReadA(TwoMembers, XmlRpcDialect.Strict));
        Assert.Equal(1, ReadA(TwoMembers, XmlRpcDialect.Tolerant));
    }

    [Fact]
    [Trait("Rule", "R34")]
    public void R34_SkipUnknownMember_WithTheSwitchOff_NamesTheMember()
    {
        var problem = Assert.Throws<XmlRpcFormatException>(() => ReadA(TwoMembers, XmlRpcDialect.Strict with { AllowUnknownMembers = false }));

        Assert.Equal(("R34", "XmlRpcDialect.AllowUnknownMembers", "b"), (problem.Rule, problem.Switch, problem.Path));
        Assert.Equal(XmlRpcFaultCodes.InvalidParameters, problem.FaultCode);
    }

    [Fact]
    public void CreateMissingMemberException_NamesTheMemberAndThePlaceOfTheStruct()
    {
        var reader = new XmlRpcReader(ReaderText.Utf8($"<value><array><data>{TwoMembers}</data></array></value>"));
        reader.ReadStartArray();
        Assert.True(reader.ReadNextItem());
        reader.ReadStartStruct();
        while (reader.ReadNextMember())
        {
            reader.Skip();
        }

        var problem = reader.CreateMissingMemberException("c");

        Assert.Contains("The struct lacks the member 'c'", problem.Message, StringComparison.Ordinal);
        Assert.Equal("[0]", problem.Path);
    }

    [Theory]
    [InlineData("<nil/>", XmlRpcNilForm.Nil, true)]
    [InlineData("<nil/>", XmlRpcNilForm.False, true)]
    [InlineData("<nil/>", XmlRpcNilForm.EmptyString, true)]
    [InlineData("<boolean>0</boolean>", XmlRpcNilForm.False, true)]
    [InlineData("<boolean>1</boolean>", XmlRpcNilForm.False, false)]
    [InlineData("<boolean>0</boolean>", XmlRpcNilForm.Nil, false)]
    [InlineData("<boolean>0</boolean>", XmlRpcNilForm.EmptyString, false)]
    [InlineData("<string></string>", XmlRpcNilForm.EmptyString, true)]
    [InlineData("", XmlRpcNilForm.EmptyString, true)]
    [InlineData("<string> </string>", XmlRpcNilForm.EmptyString, false)]
    [InlineData("<string></string>", XmlRpcNilForm.False, false)]
    [InlineData("<int>0</int>", XmlRpcNilForm.False, false)]
    [Trait("Rule", "R71")]
    public void R71_TryReadNil_OfAForm_MovesOnlyPastWhatStandsForNull(string value, XmlRpcNilForm form, bool expected)
    {
        var reader = new XmlRpcReader(ReaderText.Utf8($"<value><array><data><value>{value}</value><value><i4>7</i4></value></data></array></value>"));
        reader.ReadStartArray();
        Assert.True(reader.ReadNextItem());

        Assert.Equal(expected, reader.TryReadNil(form));
        if (!expected)
        {
            reader.Skip();
        }

        Assert.True(reader.ReadNextItem());
        Assert.Equal(7, reader.ReadInt32());
    }

    /// <summary>Reads a struct as generated code does, of a type with the member <c>a</c> alone.</summary>
    private static int ReadA(string text, XmlRpcDialect dialect)
    {
        var reader = new XmlRpcReader(ReaderText.Utf8(text), dialect);
        var a = 0;
        var seen = false;
        reader.ReadStartStruct();
        while (reader.ReadNextMember())
        {
            if (!reader.MemberNameEquals("a"u8))
            {
                reader.SkipUnknownMember();
            }
            else if (!seen || !reader.SkipDuplicateMember())
            {
                a = reader.ReadInt32();
                seen = true;
            }
        }

        return seen ? a : throw reader.CreateMissingMemberException("a");
    }
}
