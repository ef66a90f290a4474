using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Nearcall.Tests.Values;

namespace Nearcall.Tests.Wire;

/// <summary>What holds for all values, under every culture: what is written is read back, typed or not.</summary>
public sealed class PropertiesTests
{
    private const int Numbers = 100_000;
    private const int Texts = 100_000;
    private const int BatchSize = 1000;

    /// <summary>Scalars of every kind, the opaque ones included.</summary>
    private static Gen<XmlRpcValue> Scalars { get; } = Gen.Frequency(
        (10, ValueGenerators.AnyScalar),
        (1, ValueGenerators.Octets.Select(octets => XmlRpcValue.Serializable(octets))),
        (1, Gen.Elements("", "<a/>", "text", "<a b='1'>&lt;<!--c--><![CDATA[<]]></a>").Select(Dom)));

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_Values_OfEveryKindNested_SurviveTheWire(string culture)
    {
        using var scope = Cultures.Use(culture);

        PropertyCheck.Holds(
            ValueGenerators.Nested(Scalars, 4).ArrayOf(),
            values => Assert.Equal(XmlRpcArray.Create(values), PropertiesRoundTrip.Trip(values)),
            count: 300);
    }

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_Values_OfTheSpecification_SurviveTheStrictDialects(string culture)
    {
        using var scope = Cultures.Use(culture);

        PropertyCheck.Holds(ValueGenerators.Nested(ValueGenerators.PlainScalar), value =>
        {
            var output = new ArrayBufferWriter<byte>();
            XmlRpcMethodResponse.Write(output, value);
            Assert.Equal(value, XmlRpcMethodResponse.Read(output.WrittenSpan).Value);
            Assert.Equal(value, XmlRpcMethodResponse.Read(output.WrittenSpan, XmlRpcDialect.Tolerant).Value);
        });
    }

    [Theory]
    [Trait("Rule", "R21")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R21_Scalars_ReadTyped_AreWhatTheTreeHolds(string culture)
    {
        using var scope = Cultures.Use(culture);

        PropertyCheck.Holds(Scalars, value =>
        {
            var output = new ArrayBufferWriter<byte>();
            XmlRpcMethodCall.Write(output, "m", [value], PropertiesRoundTrip.Writes);
            Assert.Equal(value, ReadTyped(output.WrittenSpan, value.Kind));
        });
    }

    [Theory]
    [Trait("Rule", "R20")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R20_Doubles_OfAnyBits_SurviveTheWireBitForBit(string culture)
    {
        using var scope = Cultures.Use(culture);
        var random = new Random(20);
        for (var batch = 0; batch < Numbers / BatchSize; batch++)
        {
            var numbers = Enumerable.Range(0, BatchSize).Select(_ => (XmlRpcValue)NextDouble(random)).ToArray();

            // Values compare doubles by their bits.
            Assert.Equal(XmlRpcArray.Create(numbers), PropertiesRoundTrip.Trip(numbers));
        }
    }

    [Fact]
    [Trait("Rule", "R74")]
    public void R74_Floats_OfAnyBits_SurviveTheWireBitForBit()
    {
        var random = new Random(74);
        for (var batch = 0; batch < Numbers / BatchSize; batch++)
        {
            var numbers = Enumerable.Range(0, BatchSize).Select(_ => XmlRpcValue.Float(NextSingle(random))).ToArray();

            Assert.Equal(XmlRpcArray.Create(numbers), PropertiesRoundTrip.Trip(numbers));
        }
    }

    [Theory]
    [Trait("Rule", "R24")]
    [Trait("Rule", "R26")]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void R24_Strings_OfAnyCharacters_SurviveTheWire(string culture)
    {
        using var scope = Cultures.Use(culture);
        var random = new Random(24);
        for (var batch = 0; batch < Texts / BatchSize; batch++)
        {
            var texts = Enumerable.Range(0, BatchSize).Select(_ => NextText(random)).ToArray();

            var read = PropertiesRoundTrip.Trip([.. texts.Select(text => (XmlRpcValue)text)]);

            Assert.Equal(texts, read.Select(value => value.AsString()));
        }
    }

    [Fact]
    [Trait("Rule", "R37")]
    public void R37_MemberNames_OfAnyCharacters_SurviveTheWire()
    {
        var random = new Random(37);
        for (var round = 0; round < 100; round++)
        {
            var names = Enumerable.Range(0, 100).Select(_ => NextText(random)).Distinct().ToArray();
            var members = new XmlRpcStruct(names.Select((name, index) => KeyValuePair.Create(name, (XmlRpcValue)index)));

            var read = PropertiesRoundTrip.Trip(members)[0].AsStruct();

            Assert.Equal(names, read.Keys);
            Assert.Equal(members, read);
        }
    }

    private static XmlRpcValue ReadTyped(ReadOnlySpan<byte> call, XmlRpcKind kind)
    {
        var reader = new XmlRpcReader(call, PropertiesRoundTrip.Reads);
        reader.ReadStartMethodCall();
        Assert.True(reader.ReadNextParameter());
        Assert.Equal(kind, reader.PeekKind());
        Assert.Equal(kind == XmlRpcKind.Nil, reader.TryReadNil());
        XmlRpcValue value = kind switch
        {
            XmlRpcKind.Nil => XmlRpcValue.Nil,
            XmlRpcKind.Int => reader.ReadInt32(),
            XmlRpcKind.I8 => reader.ReadInt64(),
            XmlRpcKind.I2 => XmlRpcValue.I2(reader.ReadInt16()),
            XmlRpcKind.I1 => XmlRpcValue.I1(reader.ReadSByte()),
            XmlRpcKind.Boolean => reader.ReadBoolean(),
            XmlRpcKind.String => reader.ReadString(),
            XmlRpcKind.Double => reader.ReadDouble(),
            XmlRpcKind.Float => XmlRpcValue.Float(reader.ReadSingle()),
            XmlRpcKind.DateTime => reader.ReadDateTime(),
            XmlRpcKind.ExtensionDateTime => XmlRpcValue.ExtensionDateTime(reader.ReadDateTimeOffset()),
            XmlRpcKind.Base64 => reader.ReadBase64(),
            XmlRpcKind.BigInteger => reader.ReadBigInteger(),
            XmlRpcKind.BigDecimal => reader.ReadBigDecimal(),
            _ => reader.ReadValue(),
        };
        reader.ReadEndParameters();
        return value;
    }

    private static XmlRpcValue Dom(string fragment) => XmlRpcValue.Dom(Encoding.UTF8.GetBytes(fragment));

    private static double NextDouble(Random random)
    {
        while (true)
        {
            var number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(number))
            {
                return random.Next(10) switch
                {
                    0 => Math.Round(number % 1e6, 2),
                    1 => BitConverter.Int64BitsToDouble(random.NextInt64(1L << 52)),
                    2 => random.NextInt64(),
                    _ => number,
                };
            }
        }
    }

    private static float NextSingle(Random random)
    {
        while (true)
        {
            var number = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            if (float.IsFinite(number))
            {
                return number;
            }
        }
    }

    /// <summary>Up to twenty characters of all planes, with what XML finds hard among them.</summary>
    private static string NextText(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(20); length > 0; length--)
        {
            text.Append(random.Next(8) switch
            {
                0 => Piece(random),
                1 or 2 => ((char)random.Next(0x20, 0x7F)).ToString(CultureInfo.InvariantCulture),
                3 => ((char)random.Next(0x7F, 0x800)).ToString(CultureInfo.InvariantCulture),
                4 => ((char)random.Next(0x800, 0xD800)).ToString(CultureInfo.InvariantCulture),
                5 => ((char)random.Next(0xE000, 0xFFFE)).ToString(CultureInfo.InvariantCulture),
                _ => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
            });
        }

        return text.ToString();
    }

    private static string Piece(Random random) => random.Next(14) switch
    {
        0 => "\r",
        1 => "\r\n",
        2 => "\n",
        3 => "\t",
        4 => "  ",
        5 => "]]>",
        6 => "<![CDATA[",
        7 => "&amp;",
        8 => "<a>",
        9 => "&",
        10 => ">",
        11 => "\u0085\u2028",
        12 => "\uFEFF",
        _ => "\"'",
    };
}
