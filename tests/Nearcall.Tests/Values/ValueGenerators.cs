using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Nearcall.Tests.Values;

/// <summary>Random values of every kind, nested at random.</summary>
internal static class ValueGenerators
{
    public static Gen<int> Int32 { get; } = Gen.OneOf(
        Gen.Choose(int.MinValue, int.MaxValue),
        Gen.Choose(-10, 10),
        Gen.Elements(int.MinValue, int.MaxValue));

    public static Gen<long> Int64 { get; } = Gen.OneOf(
        Int32.Zip(Int32, (high, low) => ((long)high << 32) ^ low),
        Int32.Select(number => (long)number),
        Gen.Elements(long.MinValue, long.MaxValue));

    /// <summary>Doubles of any bits but NaN and the infinities, which have no form on the wire.</summary>
    public static Gen<double> FiniteDouble { get; } = Gen.OneOf(
        Int64.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite),
        Int32.Select(number => number / 8.0),
        Gen.Elements(0.0, -0.0, double.Epsilon, double.MaxValue, double.MinValue));

    public static Gen<float> FiniteSingle { get; } = Int32.Select(BitConverter.Int32BitsToSingle).Where(float.IsFinite);

    /// <summary>Text of characters that XML can carry, beyond the basic plane and with white space and markup.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
            Gen.Choose(0x20, 0x7E),
            Gen.Choose(0xA0, 0xD7FF),
            Gen.Choose(0xE000, 0xFFFD),
            Gen.Choose(0x10000, 0x10FFFF),
            Gen.Elements<int>('\t', '\n', '\r', ' ', '<', '>', '&', ']', '"', '\''))
        .Select(char.ConvertFromUtf32)
        .ArrayOf()
        .Select(string.Concat);

    public static Gen<byte[]> Octets { get; } = Gen.Choose(0, 255).Select(octet => (byte)octet).ArrayOf();

    /// <summary>Dates to the second, without an offset.</summary>
    public static Gen<XmlRpcDateTime> PlainDate { get; } = Int64
        .Select(number => DateTime.MinValue.AddSeconds((ulong)number % (ulong)(DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond)))
        .Select(date => new XmlRpcDateTime(date));

    public static Gen<DateTimeOffset> Instant { get; } = Int64.Zip(
        Gen.Choose(-14 * 60, 14 * 60),
        (number, minutes) => new DateTimeOffset(
            (long)((ulong)number % (ulong)(DateTime.MaxValue.Ticks - (2 * TimeSpan.TicksPerDay))) + TimeSpan.TicksPerDay,
            TimeSpan.FromMinutes(minutes)));

    public static Gen<XmlRpcDateTime> AnyDate { get; } = Gen.OneOf(
        PlainDate,
        Instant.Select(date => (XmlRpcDateTime)date),
        Instant.Select(date => ((XmlRpcDateTime)date).WithoutOffset()),
        Gen.Constant(default(XmlRpcDateTime)));

    public static Gen<BigInteger> BigInteger { get; } = Octets.Select(octets => new BigInteger(octets));

    public static Gen<XmlRpcBigDecimal> BigDecimal { get; } =
        BigInteger.Zip(Gen.Choose(-20, 40), (digits, scale) => new XmlRpcBigDecimal(digits, scale));

    /// <summary>The six scalars that any dialect reads and writes.</summary>
    public static Gen<XmlRpcValue> PlainScalar { get; } = Gen.OneOf(
        Int32.Select(number => (XmlRpcValue)number),
        Gen.Elements<XmlRpcValue>(true, false),
        Text.Select(text => (XmlRpcValue)text),
        FiniteDouble.Select(number => (XmlRpcValue)number),
        PlainDate.Select(date => (XmlRpcValue)date),
        Octets.Select(octets => (XmlRpcValue)octets));

    /// <summary>Scalars of every kind but <c>ex:dom</c> and <c>ex:serializable</c>.</summary>
    public static Gen<XmlRpcValue> AnyScalar { get; } = Gen.OneOf(
        PlainScalar,
        Gen.Constant(XmlRpcValue.Nil),
        Int64.Select(number => (XmlRpcValue)number),
        Int32.Select(number => XmlRpcValue.I1((sbyte)number)),
        Int32.Select(number => XmlRpcValue.I2((short)number)),
        FiniteSingle.Select(XmlRpcValue.Float),
        BigInteger.Select(number => (XmlRpcValue)number),
        BigDecimal.Select(number => (XmlRpcValue)number),
        Instant.Select(XmlRpcValue.ExtensionDateTime),
        AnyDate.Select(date => (XmlRpcValue)date));

    /// <summary>Nests scalars in structs and arrays at random.</summary>
    public static Gen<XmlRpcValue> Nested(Gen<XmlRpcValue> scalars, int levels = 3)
    {
        if (levels == 0)
        {
            return scalars;
        }

        var children = Nested(scalars, levels - 1);
        var items = Gen.Choose(0, 4).SelectMany(children.ArrayOf);
        return Gen.Frequency(
            (2, scalars),
            (1, items.Select(array => (XmlRpcValue)XmlRpcArray.Create(array))),
            (1, Text.ArrayOf().Zip(items, (names, values) => (XmlRpcValue)new XmlRpcStruct(Members(names, values)))));
    }

    private static IEnumerable<KeyValuePair<string, XmlRpcValue>> Members(string[] names, XmlRpcValue[] values) =>
        names.Distinct().Zip(values, KeyValuePair.Create);
}
