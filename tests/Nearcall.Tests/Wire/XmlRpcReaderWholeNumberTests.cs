using System.Text;

namespace Nearcall.Tests.Wire;

public sealed class XmlRpcReaderWholeNumberTests
{
    [Theory]
    [InlineData("5")]
    [InlineData("+5")]
    [InlineData("005")]
    [Trait("Rule", "R13")]
    public void R13_Int_InItsForms_IsAnIntAndNoI8(string text)
    {
        var value = Read($"<value><int>{text}</int></value>", XmlRpcDialect.Tolerant);

        Assert.Equal((XmlRpcKind.Int, 5), (value.Kind, value.AsInt32()));
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void R15_Int_TooLarge_IsAnI8ForTolerant() =>
        Assert.Equal(2147483648L, Read("<value><int>2147483648</int></value>", XmlRpcDialect.Tolerant));

    [Theory]
    [InlineData("1 2")]
    [InlineData("1,2")]
    [InlineData("0x7")]
    [InlineData("1e3")]
    [InlineData("1.0")]
    [InlineData("+-1")]
    [InlineData("-")]
    [Trait("Rule", "R13")]
    public void R13_Int_OfOtherCharacters_IsRefusedByEveryDialect(string text)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => Read($"<value><int>{text}</int></value>", XmlRpcDialect.Tolerant));

        Assert.Equal("R13", exception.Rule);
    }

    [Theory]
    [InlineData("<int></int>")]
    [InlineData("<double/>")]
    [InlineData("<boolean></boolean>")]
    [InlineData("<dateTime.iso8601></dateTime.iso8601>")]
    [Trait("Rule", "R13")]
    public void Scalar_Empty_IsRefusedByStrictWhichNamesTheSwitch(string element)
    {
        var exception = Assert.Throws<XmlRpcFormatException>(() => Read($"<value>{element}</value>", XmlRpcDialect.Strict));

        Assert.Equal("XmlRpcDialect.AllowEmptyScalar", exception.Switch);
        Assert.True(Read($"<value>{element}</value>", XmlRpcDialect.Strict with { AllowEmptyScalar = true }).IsNil);
    }

    private static XmlRpcValue Read(string text, XmlRpcDialect dialect) => new XmlRpcReader(Encoding.UTF8.GetBytes(text), dialect).ReadValue();
}
