using System.Globalization;

namespace Nearcall.Tests.Wire;

public sealed class WriterScalarTests
{
    [Theory]
    [Trait("Rule", "R12")]
    [Trait("Rule", "R13")]
    [Trait("Rule", "R15")]
    [InlineData(0, "0")]
    [InlineData(7, "7")]
    [InlineData(-7, "-7")]
    [InlineData(int.MaxValue, "2147483647")]
    [InlineData(int.MinValue, "-2147483648")]
    public void R12_WriteInt32_AnyNumber_IsAnIntOrAnI4(int value, string digits)
    {
        WriteAction write = (ref writer) => writer.WriteInt32(value);

        Assert.Equal($"<value><int>{digits}</int></value>", Writing.Text(write));
        Assert.Equal($"<value><i4>{digits}</i4></value>", Writing.Text(write, XmlRpcDialect.Strict with { WriteI4 = true }));
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void R13_WriteWholeNumber_OfEveryLength_IsWhatTheFrameworkWrites()
    {
        var random = new Random(13);
        var numbers = Enumerable.Range(0, 64).SelectMany(bit => (long[])[1L << bit, unchecked((1L << bit) - 1), unchecked(-(1L << bit))])
            .Concat(Enumerable.Range(0, 19).Select(power => (long)Math.Pow(10, power)).SelectMany(power => (long[])[power - 1, power, -power]))
            .Concat(Enumerable.Range(0, 10_000).Select(_ => random.NextInt64() >> random.Next(64)));
        foreach (var number in numbers)
        {
            Assert.Equal(
                string.Create(CultureInfo.InvariantCulture, $"<value><i8>{number}</i8></value><value><int>{unchecked((int)number)}</int></value>"),
                Writing.Text(
                    (ref writer) =>
                    {
                        writer.WriteInt64(number);
                        writer.WriteInt32(unchecked((int)number));
                    },
                    XmlRpcDialect.Tolerant));
        }
    }

    [Theory]
    [Trait("Rule", "R74")]
    [InlineData(0L, "0")]
    [InlineData(-1L, "-1")]
    [InlineData(long.MaxValue, "9223372036854775807")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    public void R74_WriteInt64_SwitchedOn_IsAnI8(long value, string digits)
    {
        WriteAction write = (ref writer) => writer.WriteInt64(value);

        Assert.Equal($"<value><i8>{digits}</i8></value>", Writing.Text(write, XmlRpcDialect.Strict with { WriteI8 = true }));
        Assert.Equal($"<value><i8>{digits}</i8></value>", Writing.Text(write, XmlRpcDialect.Tolerant));
        Assert.Equal(
            $"<value><ex:i8>{digits}</ex:i8></value>", Writing.Text(write, Writing.Extensions with { WriteNilAndI8AsExtensions = true }));
        Assert.Equal(
            $"<value><i8>{digits}</i8></value>",
            Writing.Text(write, XmlRpcDialect.Strict with { WriteI8 = true, WriteNilAndI8AsExtensions = true }));
    }

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_WriteInt64_SwitchedOff_IsRefusedWhateverTheSize() => Writing.IsRefusal(
        Writing.RefusalWithin((ref writer) => writer.WriteInt64(1)),
        "An i8 cannot be written.",
        "R74",
        "XmlRpcDialect.WriteI8",
        Writing.PathWithin,
        Writing.OffsetWithin);

    [Fact]
    [Trait("Rule", "R71")]
    [Trait("Rule", "R72")]
    public void R71_WriteNil_SwitchedOn_IsSelfClosing()
    {
        WriteAction write = (ref writer) => writer.WriteNil();

        Assert.Equal("<value><nil/></value>", Writing.Text(write, XmlRpcDialect.Strict with { WriteNil = true }));
        Assert.Equal("<value><ex:nil/></value>", Writing.Text(write, Writing.Extensions with { WriteNilAndI8AsExtensions = true }));
        Assert.Equal("<value><nil/></value>", Writing.Text(write, Writing.Extensions with { WriteNil = true }));
    }

    [Fact]
    [Trait("Rule", "R71")]
    public void R71_WriteNil_SwitchedOff_IsRefused()
    {
        Writing.IsRefusal(
            Writing.RefusalWithin((ref writer) => writer.WriteNil()),
            "Nil cannot be written.",
            "R71",
            "XmlRpcDialect.WriteNil",
            Writing.PathWithin,
            Writing.OffsetWithin);
        Assert.Equal(
            "XmlRpcDialect.WriteNil",
            Writing.Refusal((ref writer) => writer.WriteNil(), XmlRpcDialect.Tolerant with { WriteNilAndI8AsExtensions = true }).Switch);
    }

    [Fact]
    [Trait("Rule", "R16")]
    public void R16_WriteBoolean_Either_IsADigit() => Assert.Equal(
        "<value><boolean>1</boolean></value><value><boolean>0</boolean></value>",
        Writing.Text((ref writer) =>
        {
            writer.WriteBoolean(true);
            writer.WriteBoolean(false);
        }));

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData("", "")]
    [InlineData("a", "YQ==")]
    [InlineData("ab", "YWI=")]
    [InlineData("abc", "YWJj")]
    [InlineData("\u00FF\u00FE?", "w7/Dvj8=")]
    public void R33_WriteBase64_AnyOctets_IsPaddedAndOnOneLine(string text, string expected) => Assert.Equal(
        $"<value><base64>{expected}</base64></value>",
        Writing.Text((ref writer) => writer.WriteBase64(System.Text.Encoding.UTF8.GetBytes(text))));

    [Theory]
    [Trait("Rule", "R33")]
    [InlineData(100)]
    [InlineData(10_000)]
    [InlineData(1_000_001)]
    public void R33_WriteBase64_ManyOctets_IsOneStretchOfBase64(int length)
    {
        var octets = new byte[length];
        new Random(33).NextBytes(octets);

        Assert.Equal(
            $"<value><base64>{Convert.ToBase64String(octets)}</base64></value>", Writing.Text((ref writer) => writer.WriteBase64(octets)));
    }

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_WriteScalars_UnderACulture_AreTheSame(string culture)
    {
        using var scope = Cultures.Use(culture);

        Assert.Equal(
            "<value><int>-1234567</int></value><value><i8>-12345678901</i8></value><value><double>-1234.5</double></value>"
                + "<value><ex:i1>-1</ex:i1></value><value><ex:i2>-2</ex:i2></value><value><ex:float>-1.5</ex:float></value>"
                + "<value><ex:biginteger>-12345678901234567890</ex:biginteger></value><value><ex:bigdecimal>-12.50</ex:bigdecimal></value>"
                + "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>"
                + "<value><ex:dateTime>1998-07-17T14:08:55.25-02:30</ex:dateTime></value>",
            Writing.Text(
                (ref writer) =>
                {
                    writer.WriteInt32(-1234567);
                    writer.WriteInt64(-12345678901);
                    writer.WriteDouble(-1234.5);
                    writer.WriteSByte(-1);
                    writer.WriteInt16(-2);
                    writer.WriteSingle(-1.5f);
                    writer.WriteBigInteger((System.Numerics.BigInteger)(-12345678901234567890m));
                    writer.WriteBigDecimal(-12.50m);
                    writer.WriteDateTime(new(1998, 7, 17, 14, 8, 55));
                    writer.WriteExtensionDateTime(new(1998, 7, 17, 14, 8, 55, 250, new TimeSpan(-2, -30, 0)));
                },
                Writing.Extensions with { WriteI8 = true }));
    }
}
