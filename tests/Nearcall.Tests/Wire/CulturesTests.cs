namespace Nearcall.Tests.Wire;

/// <summary>The tables of the reader again, each under every culture (R21).</summary>
public sealed class CulturesTests
{
    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_Switches_UnderEveryCulture_ReadTheSame(string culture)
    {
        using var scope = Cultures.Use(culture);
        var table = new DialectSwitchTests();

        Assert.All(DialectSwitchTests.CallRows, row => table.Switch_Call_IsReadWithItAloneAndRefusedWithout(row.Data));
        Assert.All(DialectSwitchTests.ResponseRows, row => table.Switch_Response_IsReadWithItAloneAndRefusedWithout(row.Data));
        table.Tolerant_ReadsACallWithEveryDepartureAtOnce();
    }

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_NumbersAndDates_UnderEveryCulture_AreReadAndRefusedTheSame(string culture)
    {
        using var scope = Cultures.Use(culture);
        var numbers = new ReaderNumberTests();
        var extensions = new ReaderExtensionTests();
        var dates = new ReaderDateTests();

        numbers.R13_Int_SignAndDigits_IsRead("-0000000000000000000000000007", -7);
        numbers.R13_Int_AnyOtherText_IsRefused("\u22127");
        numbers.R13_Int_AnyOtherText_IsRefused("٣");
        numbers.R13_Int_AnyOtherText_IsRefused("1,000");
        numbers.R17_Double_DecimalPointNotation_IsRead("-1.5", -1.5);
        numbers.R17_Double_AnyOtherText_IsRefused("1,5", null);
        numbers.R17_Double_AnyOtherText_IsRefused("1٫5", null);
        numbers.R20_Double_GreatestAndLeast_AreReadFromAllTheirDigits();
        extensions.R74_Number_IsReadBareAndWithANamespace("bigdecimal", "-12345678901234567890.50");
        extensions.R74_Number_IsReadBareAndWithANamespace("biginteger", "-12345678901234567890");
        extensions.R74_Number_IsReadBareAndWithANamespace("float", "-1e10");
        extensions.R75_DateTime_IsAnInstant("1998-07-17T14:08:55.123+02:00", 123);
        dates.R30_Date_CanonicalForm_IsRead("19980717T14:08:55");
        dates.R32_Date_SeveralDepartures_AreReadByTolerant("1998-07-17T14:08:55.25+02:00", "19980717T14:08:55.25+02:00");
    }

    [Theory]
    [Trait("Rule", "R49")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R49_Names_UnderEveryCulture_KeepTheirCase(string culture)
    {
        using var scope = Cultures.Use(culture);

        ReaderText.RefuseTyped("¦<INT>1</INT>", "R41", "AllowUnknownTypes");
        ReaderText.RefuseTyped("¦<ınt>1</ınt>", "R41", "AllowUnknownTypes");
        Assert.True(ReaderText.ReadTyped("<boolean>TRUE</boolean>", XmlRpcDialect.Tolerant).AsBoolean());
        Assert.Equal(double.PositiveInfinity, ReaderText.ReadTyped("<double>INFINITY</double>", XmlRpcDialect.Tolerant).AsDouble());
    }

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_Errors_UnderEveryCulture_HaveTheSameText(string culture)
    {
        using var scope = Cultures.Use(culture);
        var exception = Assert.Throws<XmlRpcFormatException>(() => ReaderText.ReadCall(ReaderText.CallOf("<value><i1>-1234567</i1>"
            + "</value>"), XmlRpcDialect.Tolerant));

        Assert.Equal("The number does not fit its type, an ex:i1. Found '-1234567'. At params[0], byte 64; rule R74.", exception.Message);
    }
}
