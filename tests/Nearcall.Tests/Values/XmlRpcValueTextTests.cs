using System.Globalization;
using System.Numerics;

namespace Nearcall.Tests.Values;

public class XmlRpcValueTextTests
{
    public static TheoryData<string, XmlRpcValue> Texts { get; } = new()
    {
        { "nil", default },
        { "5", 5 },
        { "-5", -5 },
        { "5000000000", 5000000000 },
        { "-5", XmlRpcValue.I1(-5) },
        { "-300", XmlRpcValue.I2(-300) },
        { "123456789012345678901234567890", BigInteger.Parse("123456789012345678901234567890", CultureInfo.InvariantCulture) },
        { "-12.50", -12.50m },
        { "true", true },
        { "false", false },
        { "2.5", 2.5 },
        { "3.0", 3.0 },
        { "-0.0", -0.0 },
        { "1E+300", 1e300 },
        { "NaN", double.NaN },
        { "Infinity", double.PositiveInfinity },
        { "0.1", XmlRpcValue.Float(0.1f) },
        { "4.0", XmlRpcValue.Float(4) },
        { "19980717T14:08:55", new XmlRpcDateTime(1998, 7, 17, 14, 8, 55) },
        { "00000000T00:00:00", default(XmlRpcDateTime) },
        { "1998-07-17T14:08:55.25+02:00", XmlRpcValue.ExtensionDateTime(new(1998, 7, 17, 14, 8, 55, 250, TimeSpan.FromHours(2))) },
        { "base64(3 bytes)", XmlRpcValue.Base64([1, 2, 3]) },
        { "dom(2 bytes)", XmlRpcValue.Dom([1, 2]) },
        { "serializable(0 bytes)", XmlRpcValue.Serializable([]) },
        { "\"\"", "" },
        { "\"text\"", "text" },
        { """
          "say \"hi\" \\ \n\r\t\u0000\u007F ünï😀"
          """, "say \"hi\" \\ \n\r\t\0\x7F ünï😀" },
        { "[]", XmlRpcArray.Empty },
        { "[1, \"x\", [2.0]]", XmlRpcArray.Create(1, "x", XmlRpcArray.Create(2.0)) },
        { "{}", XmlRpcStruct.Empty },
        { "{a: 1, b.c-d_2: \"x\"}", new XmlRpcStruct { ["a"] = 1, ["b.c-d_2"] = "x" } },
        { "{\"odd name\": [1, 2], \"\": nil}", new XmlRpcStruct { ["odd name"] = XmlRpcArray.Create(1, 2), [""] = default } },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void ToString_EachKind_IsReadable(string expected, XmlRpcValue value) => Assert.Equal(expected, value.ToString());

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    [Trait("Rule", "R21")]
    public void R21_ToString_UnderACulture_IsTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new(culture);
        try
        {
            Assert.All(Texts, row => Assert.Equal(row.Data.Item1, row.Data.Item2.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToString_OfStructAndArray_IsThatOfTheValue()
    {
        Assert.Equal("[1]", XmlRpcArray.Create(1).ToString());
        Assert.Equal("{a: 1}", new XmlRpcStruct { ["a"] = 1 }.ToString());
    }
}
