using System.Numerics;

namespace Nearcall;

/// <summary>The converters of single types. The comparisons are constants to the compiler, for value types at least.</summary>
internal static class ScalarConverters
{
    public static XmlRpcConverter<T>? Find<T>() => (XmlRpcConverter<T>?)(FindNumber<T>() ?? FindDate<T>() ?? FindOther<T>());

    private static object? FindNumber<T>() =>
        typeof(T) == typeof(int) ? new Int32Converter()
        : typeof(T) == typeof(long) ? new Int64Converter()
        : typeof(T) == typeof(short) ? new Int16Converter()
        : typeof(T) == typeof(sbyte) ? new SByteConverter()
        : typeof(T) == typeof(byte) ? new ByteConverter()
        : typeof(T) == typeof(ushort) ? new UInt16Converter()
        : typeof(T) == typeof(uint) ? new UInt32Converter()
        : typeof(T) == typeof(ulong) ? new UInt64Converter()
        : typeof(T) == typeof(BigInteger) ? new BigIntegerConverter()
        : typeof(T) == typeof(double) ? new DoubleConverter()
        : typeof(T) == typeof(float) ? new SingleConverter()
        : typeof(T) == typeof(Half) ? new HalfConverter()
        : typeof(T) == typeof(XmlRpcBigDecimal) ? new BigDecimalConverter()
        : typeof(T) == typeof(decimal) ? new DecimalConverter()
        : null;

    private static object? FindDate<T>() =>
        typeof(T) == typeof(XmlRpcDateTime) ? new WallClockConverter()
        : typeof(T) == typeof(DateTime) ? new DateTimeConverter()
        : typeof(T) == typeof(DateTimeOffset) ? new DateTimeOffsetConverter()
        : typeof(T) == typeof(DateOnly) ? new DateOnlyConverter()
        : typeof(T) == typeof(TimeOnly) ? new TimeOnlyConverter()
        : null;

    private static object? FindOther<T>() =>
        typeof(T) == typeof(string) ? new StringConverter()
        : typeof(T) == typeof(bool) ? new BooleanConverter()
        : typeof(T) == typeof(XmlRpcValue) ? new ValueConverter()
        : typeof(T) == typeof(XmlRpcStruct) ? new StructConverter()
        : typeof(T) == typeof(XmlRpcArray) ? new ValueArrayConverter()
        : typeof(T) == typeof(byte[]) ? new ByteArrayConverter()
        : typeof(T) == typeof(ReadOnlyMemory<byte>) ? new MemoryConverter()
        : typeof(T) == typeof(Memory<byte>) ? new WritableMemoryConverter()
        : typeof(T) == typeof(char) ? new CharConverter()
        : typeof(T) == typeof(Guid) ? new GuidConverter()
        : typeof(T) == typeof(Uri) ? new UriConverter()
        : null;
}
