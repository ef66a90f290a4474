using System.Numerics;

namespace Nearcall;

internal sealed class Int32Converter : XmlRpcConverter<int>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override int Read(ref XmlRpcReader reader) => reader.ReadInt32();

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
