using System.Globalization;
using System.Numerics;

namespace Nearcall;

internal sealed class Int32Converter : XmlRpcConverter<int>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override int Read(ref XmlRpcReader reader) => reader.ReadInt32();

    internal override int ReadPlainItems(ref XmlRpcReader reader, Span<int> items) => reader.ReadPlainInts(items);

    public override void Write(ref XmlRpcWriter writer, int value) => writer.WriteInt32(value);
}

/// <summary>Always an <c>i8</c>: what a member is must not depend on what is in it.</summary>
internal sealed class Int64Converter : XmlRpcConverter<long>
{
    public override XmlRpcKind? Kind => XmlRpcKind.I8;

    public override long Read(ref XmlRpcReader reader) => reader.ReadInt64();

    public override void Write(ref XmlRpcWriter writer, long value) => writer.WriteInt64(value);
}

/// <summary>An <c>int</c> holds it, and every peer reads that (R12).</summary>
internal sealed class Int16Converter : XmlRpcConverter<short>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override short Read(ref XmlRpcReader reader) => reader.ReadInt16();

    public override void Write(ref XmlRpcWriter writer, short value) => writer.WriteInt32(value);
}

/// <summary>An <c>int</c> holds it, and every peer reads that (R12).</summary>
internal sealed class SByteConverter : XmlRpcConverter<sbyte>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override sbyte Read(ref XmlRpcReader reader) => reader.ReadSByte();

    public override void Write(ref XmlRpcWriter writer, sbyte value) => writer.WriteInt32(value);
}

internal sealed class BigIntegerConverter : XmlRpcConverter<BigInteger>
{
    public override XmlRpcKind? Kind => XmlRpcKind.BigInteger;

    public override BigInteger Read(ref XmlRpcReader reader) => reader.ReadBigInteger();

    public override void Write(ref XmlRpcWriter writer, BigInteger value) => writer.WriteBigInteger(value);
}

/// <summary>An <c>int</c> holds it, and every peer reads that (R12).</summary>
internal sealed class ByteConverter : XmlRpcConverter<byte>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override byte Read(ref XmlRpcReader reader) =>
        (byte)reader.ReadWhole("A whole number from 0 to 255", byte.MinValue, byte.MaxValue);

    public override void Write(ref XmlRpcWriter writer, byte value) => writer.WriteInt32(value);
}

/// <summary>An <c>int</c> holds it, and every peer reads that (R12).</summary>
internal sealed class UInt16Converter : XmlRpcConverter<ushort>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override ushort Read(ref XmlRpcReader reader) =>
        (ushort)reader.ReadWhole("A whole number from 0 to 65535", ushort.MinValue, ushort.MaxValue);

    public override void Write(ref XmlRpcWriter writer, ushort value) => writer.WriteInt32(value);
}

/// <summary>Always an <c>i8</c>: half of the numbers do not fit an <c>int</c>.</summary>
internal sealed class UInt32Converter : XmlRpcConverter<uint>
{
    public override XmlRpcKind? Kind => XmlRpcKind.I8;

    public override uint Read(ref XmlRpcReader reader) =>
        (uint)reader.ReadWhole("A whole number from 0 to 4294967295", uint.MinValue, uint.MaxValue);

    public override void Write(ref XmlRpcWriter writer, uint value) => writer.WriteInt64(value);
}

/// <summary>Always an <c>i8</c>, which holds half of the numbers. The other half is read from an <c>ex:biginteger</c> only.</summary>
internal sealed class UInt64Converter : XmlRpcConverter<ulong>
{
    public override XmlRpcKind? Kind => XmlRpcKind.I8;

    public override ulong Read(ref XmlRpcReader reader)
    {
        var number = reader.ReadBigInteger();
        return number >= ulong.MinValue && number <= ulong.MaxValue
            ? (ulong)number
            : throw reader.CreateUnexpectedTextException("A whole number from 0 to 18446744073709551615");
    }

    public override void Write(ref XmlRpcWriter writer, ulong value) =>
        writer.WriteInt64(
            value <= long.MaxValue
                ? (long)value
                : throw writer.CreateException(
                    string.Create(CultureInfo.InvariantCulture, $"An i8 goes up to {long.MaxValue}, and the number is {value}. Use a BigInteger."),
                    "R74"));
}
