using System.Globalization;
using static Nearcall.Tests.Wire.ReaderText;

namespace Nearcall.Tests.Wire;

/// <summary>Whole numbers, booleans and doubles as the strict reader takes and refuses them (R12 to R21).</summary>
public sealed class ReaderNumberTests
{
    [Theory]
    [Trait("Rule", "R12")]
    [InlineData("int")]
    [InlineData("i4")]
    public void R12_IntAndI4_AreTheSameKind(string element) => Assert.Equal(-7, ReadTyped($"<{element}>-7</{element}>"));

    [Theory]
    [Trait("Rule", "R13")]
    [InlineData("7", 7)]
    [InlineData("+7", 7)]
    [InlineData("-7", -7)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+0", 0)]
    [InlineData("007", 7)]
    [InlineData("-0000000000000000000000000007", -7)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    public void R13_Int_SignAndDigits_IsRead(string text, int number)
    {
        Assert.Equal(number, ReadTyped($"<int>{text}</int>"));
        Assert.Equal(number, ReadTyped($"<i4>{text}</i4>"));
        Assert.Equal((long)number, ReadTyped($"<i8>{text}</i8>"));
    }

    [Theory]
    [Trait("Rule", "R13")]
    [InlineData("0x7")]
    [InlineData("1e3")]
    [InlineData("1.0")]
    [InlineData("1.")]
    [InlineData("1,000")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData("1-")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData("one")]
    [InlineData("1 2")]
    [InlineData("٣")]
    [InlineData("１")]
    [InlineData("\u22127")]
    [InlineData("true")]
    [InlineData("1\u00A0")]
    public void R13_Int_AnyOtherText_IsRefused(string text)
    {
        RefuseTyped($"<int>¦{text}</int>", "R13");
        RefuseTyped($"<i4>¦{text}</i4>", "R13");
        RefuseTyped($"<i8>¦{text}</i8>", "R13");
        RefuseTyped($"<int>¦{text}</int>", "R13", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R13")]
    [InlineData("<int>¦</int>", "R13")]
    [InlineData("<int/>¦", "R13")]
    [InlineData("<i8>¦<!--none--></i8>", "R13")]
    [InlineData("<boolean>¦</boolean>", "R16")]
    [InlineData("<double>¦</double>", "R17")]
    [InlineData("<dateTime.iso8601/>¦", "R32")]
    public void R13_Scalar_Empty_IsRefused(string type, string rule) => RefuseTyped(type, rule, "AllowEmptyScalar");

    [Theory]
    [Trait("Rule", "R14")]
    [InlineData(" 7")]
    [InlineData("7 ")]
    [InlineData("\n7\t")]
    [InlineData("\r\n7")]
    [InlineData("&#32;7")]
    [InlineData("<![CDATA[ ]]>7")]
    public void R14_Int_WhiteSpace_IsRefused(string text)
    {
        RefuseTyped($"<int>¦{text}</int>", "R14", "AllowScalarWhiteSpace");
        RefuseTyped($"<i8>¦{text}</i8>", "R14", "AllowScalarWhiteSpace");
    }

    [Theory]
    [Trait("Rule", "R15")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("9223372036854775807")]
    public void R15_Int_Beyond32Bits_IsRefused(string text) => RefuseTyped($"<int>¦{text}</int>", "R15", "AllowWideInt");

    [Theory]
    [Trait("Rule", "R15")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("99999999999999999999999999999999999999")]
    public void R15_Int_Beyond64Bits_IsRefusedWhateverTheSwitches(string text)
    {
        RefuseTyped($"<int>¦{text}</int>", "R15");
        RefuseTyped($"<int>¦{text}</int>", "R15", dialect: XmlRpcDialect.Tolerant);
        RefuseTyped($"<i8>¦{text}</i8>", "R74", dialect: XmlRpcDialect.Tolerant);
    }

    [Theory]
    [Trait("Rule", "R16")]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public void R16_Boolean_ZeroOrOne_IsRead(string text, bool expected) => Assert.Equal(expected, ReadTyped($"<boolean>{text}</boolean>"));

    [Theory]
    [Trait("Rule", "R16")]
    [InlineData("true", "AllowBooleanWords")]
    [InlineData("False", "AllowBooleanWords")]
    [InlineData("2", null)]
    [InlineData("01", null)]
    [InlineData("-1", null)]
    [InlineData("+1", null)]
    [InlineData("1.0", null)]
    [InlineData("t", null)]
    [InlineData("yes", null)]
    public void R16_Boolean_AnyOtherText_IsRefused(string text, string? allowedBy) =>
        RefuseTyped($"<boolean>¦{text}</boolean>", "R16", allowedBy);

    [Theory]
    [Trait("Rule", "R16")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    public void R16_Boolean_WhiteSpace_IsRefused(string text) => RefuseTyped($"<boolean>¦{text}</boolean>", "R16", "AllowScalarWhiteSpace");

    [Theory]
    [Trait("Rule", "R17")]
    [InlineData("1.5", 1.5)]
    [InlineData("-1.5", -1.5)]
    [InlineData("+1.5", 1.5)]
    [InlineData(".5", 0.5)]
    [InlineData("-.5", -0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("5", 5.0)]
    [InlineData("000.500", 0.5)]
    [InlineData("-0", -0.0)]
    [InlineData("-0.0", -0.0)]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625", 0.1)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    public void R17_Double_DecimalPointNotation_IsRead(string text, double number)
    {
        var value = ReadTyped($"<double>{text}</double>");

        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(value.AsDouble()));
    }

    [Theory]
    [Trait("Rule", "R17")]
    [InlineData("1e3", "AllowDoubleExponent")]
    [InlineData("1E+3", "AllowDoubleExponent")]
    [InlineData(".5e-3", "AllowDoubleExponent")]
    [InlineData("1e", null)]
    [InlineData("e3", null)]
    [InlineData(".", null)]
    [InlineData("-.", null)]
    [InlineData("+", null)]
    [InlineData("1.5.5", null)]
    [InlineData("1,5", null)]
    [InlineData("1_000", null)]
    [InlineData("0x1p3", null)]
    [InlineData("1.5f", null)]
    [InlineData("1 .5", null)]
    [InlineData("$1", null)]
    [InlineData("(1)", null)]
    [InlineData("١.٥", null)]
    [InlineData("1٫5", null)]
    public void R17_Double_AnyOtherText_IsRefused(string text, string? allowedBy) =>
        RefuseTyped($"<double>¦{text}</double>", "R17", allowedBy);

    [Theory]
    [Trait("Rule", "R18")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("INF")]
    [InlineData("-inf")]
    [InlineData("+Infinity")]
    public void R18_Double_NonFinite_IsRefused(string text) => RefuseTyped($"<double>¦{text}</double>", "R18", "AllowNonFiniteDouble");

    [Theory]
    [Trait("Rule", "R19")]
    [InlineData(" 1.5")]
    [InlineData("1.5\n")]
    public void R19_Double_WhiteSpace_IsRefused(string text) => RefuseTyped($"<double>¦{text}</double>", "R19", "AllowScalarWhiteSpace");

    [Fact]
    [Trait("Rule", "R20")]
    public void R20_Double_TooGreat_IsRefused()
    {
        var digits = "1" + new string('0', 309);

        RefuseTyped($"<double>¦{digits}</double>", "R20");
        RefuseTyped("<double>¦-1e309</double>", "R20", dialect: XmlRpcDialect.Tolerant);
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void R20_Double_GreatestAndLeast_AreReadFromAllTheirDigits()
    {
        Assert.Equal(double.MaxValue, ReadTyped($"<double>{double.MaxValue.ToString("F0", CultureInfo.InvariantCulture)}</double>"));
        Assert.Equal(double.Epsilon, ReadTyped($"<double>{double.Epsilon.ToString("F1074", CultureInfo.InvariantCulture)}</double>"));
        Assert.Equal(0.0, ReadTyped($"<double>0.{new string('0', 400)}1</double>"));
    }
}
