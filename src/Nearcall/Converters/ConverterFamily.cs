using System.Numerics;

namespace Nearcall;

/// <summary>The converters that one type brings along: of its arrays, its lists, its dictionaries, its nullable form.</summary>
internal abstract class ConverterFamily
{
    /// <summary>Finds the converter of a type in all families, the likeliest first.</summary>
    public static object? Find(Type type)
    {
        foreach (var family in All.Families)
        {
            if (family.FindMember(type) is { } converter)
            {
                return converter;
            }
        }

        return null;
    }

    protected abstract object? FindMember(Type type);

    /// <summary>Made when the first type is asked for that is no scalar.</summary>
    private static class All
    {
        public static readonly ConverterFamily[] Families =
        [
            new ConverterFamily<string>(),
            new ValueConverterFamily<int>(),
            new ValueConverterFamily<XmlRpcValue>(),
            new ValueConverterFamily<double>(),
            new ValueConverterFamily<bool>(),
            new ConverterFamily<XmlRpcStruct>(),
            new ConverterFamily<XmlRpcArray>(),
            new ConverterFamily<byte[]>(),
            new ValueConverterFamily<long>(),
            new ValueConverterFamily<DateTime>(),
            new ValueConverterFamily<DateTimeOffset>(),
            new ValueConverterFamily<XmlRpcDateTime>(),
            new ValueConverterFamily<decimal>(),
            new ValueConverterFamily<XmlRpcBigDecimal>(),
            new ValueConverterFamily<BigInteger>(),
            new ValueConverterFamily<float>(),
            new ValueConverterFamily<short>(),
            new ValueConverterFamily<sbyte>(),
            new ValueConverterFamily<ReadOnlyMemory<byte>>(),
            new ValueConverterFamily<Memory<byte>>(),
            new ValueConverterFamily<Guid>(),
            new ConverterFamily<Uri>(),
            new ValueConverterFamily<DateOnly>(),
            new ValueConverterFamily<TimeOnly>(),
            new ValueConverterFamily<char>(),
            new ValueConverterFamily<byte>(),
            new ValueConverterFamily<ushort>(),
            new ValueConverterFamily<uint>(),
            new ValueConverterFamily<ulong>(),
            new ValueConverterFamily<Half>(),
        ];
    }
}
