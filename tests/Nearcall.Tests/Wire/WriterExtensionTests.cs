using System.Numerics;

namespace Nearcall.Tests.Wire;

public sealed class WriterExtensionTests
{
    public static TheoryData<XmlRpcKind, string, string> Extensions => new()
    {
        { XmlRpcKind.I1, "ex:i1", "-128" },
        { XmlRpcKind.I2, "ex:i2", "32767" },
        { XmlRpcKind.Float, "ex:float", "1.5" },
        { XmlRpcKind.BigInteger, "ex:biginteger", "-123456789012345678901234567890" },
        { XmlRpcKind.BigDecimal, "ex:bigdecimal", "123456789012345678901234567890.50" },
        { XmlRpcKind.ExtensionDateTime, "ex:dateTime", "2026-11-22T10:11:12.5+01:00" },
        { XmlRpcKind.Dom, "ex:dom", "<a b=\"c\">d &amp; e</a>" },
        { XmlRpcKind.Serializable, "ex:serializable", "rO0ABQ==" },
    };

    [Theory]
    [Trait("Rule", "R73")]
    [Trait("Rule", "R74")]
    [Trait("Rule", "R75")]
    [Trait("Rule", "R76")]
    [MemberData(nameof(Extensions))]
    public void R74_WriteValue_ExtensionSwitchedOn_HasThePrefix(XmlRpcKind kind, string element, string content) => Assert.Equal(
        $"<value><{element}>{content}</{element}></value>",
        Writing.Text((ref writer) => writer.WriteValue(ValueOf(kind)), Writing.Extensions));

    [Theory]
    [Trait("Rule", "R76")]
    [Trait("Rule", "R77")]
    [MemberData(nameof(Extensions))]
    public void R77_WriteValue_ExtensionSwitchedOff_IsRefused(XmlRpcKind kind, string element, string content)
    {
        Assert.NotEmpty(content);
        foreach (var dialect in (XmlRpcDialect[])[XmlRpcDialect.Strict, XmlRpcDialect.Tolerant])
        {
            Writing.IsRefusal(
                Writing.RefusalWithin((ref writer) => writer.WriteValue(ValueOf(kind)), dialect),
                $"An {element} cannot be written.",
                "R77",
                "XmlRpcDialect.WriteExtensions",
                Writing.PathWithin,
                Writing.OffsetWithin);
        }
    }

    [Theory]
    [Trait("Rule", "R74")]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(10_000)]
    public void R74_WriteBigInteger_ManyDigits_AreAllWritten(int digits)
    {
        var number = BigInteger.Pow(10, digits) - 1;

        Assert.Equal(
            $"<value><ex:biginteger>-{new string('9', digits)}</ex:biginteger></value>",
            Writing.Text((ref writer) => writer.WriteBigInteger(-number), Writing.Extensions));
    }

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_WriteBigDecimal_LargeAndSmallScales_HaveNoExponent()
    {
        Assert.Equal(
            $"<value><ex:bigdecimal>1{new string('0', 4096)}</ex:bigdecimal></value>",
            Writing.Text((ref writer) => writer.WriteBigDecimal(new(1, -4096)), Writing.Extensions));
        Assert.Equal(
            $"<value><ex:bigdecimal>0.{new string('0', 4095)}1</ex:bigdecimal></value>",
            Writing.Text((ref writer) => writer.WriteBigDecimal(new(1, 4096)), Writing.Extensions));
    }

    private static XmlRpcValue ValueOf(XmlRpcKind kind) => kind switch
    {
        XmlRpcKind.I1 => XmlRpcValue.I1(sbyte.MinValue),
        XmlRpcKind.I2 => XmlRpcValue.I2(short.MaxValue),
        XmlRpcKind.Float => XmlRpcValue.Float(1.5f),
        XmlRpcKind.BigInteger => -BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture),
        XmlRpcKind.BigDecimal => XmlRpcBigDecimal.Parse("123456789012345678901234567890.50"),
        XmlRpcKind.ExtensionDateTime => XmlRpcValue.ExtensionDateTime(new(2026, 11, 22, 10, 11, 12, 500, TimeSpan.FromHours(1))),
        XmlRpcKind.Dom => XmlRpcValue.Dom("<a b=\"c\">d &amp; e</a>"u8),
        XmlRpcKind.Serializable => XmlRpcValue.Serializable([0xAC, 0xED, 0, 5]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
