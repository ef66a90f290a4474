namespace Nearcall;

/// <summary>The collections of a type.</summary>
internal class ConverterFamily<T> : ConverterFamily
{
    protected override object? FindMember(Type type) =>
        type == typeof(T[]) ? new ArrayConverter<T>(XmlRpcConverter.For<T>())
        : type == typeof(List<T>) ? new ListConverter<List<T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IList<T>) ? new ListConverter<IList<T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IReadOnlyList<T>) ? new ListConverter<IReadOnlyList<T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IReadOnlyCollection<T>) ? new ListConverter<IReadOnlyCollection<T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IEnumerable<T>) ? new ListConverter<IEnumerable<T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(Dictionary<string, T>) ? new DictionaryConverter<Dictionary<string, T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IDictionary<string, T>) ? new DictionaryConverter<IDictionary<string, T>, T>(XmlRpcConverter.For<T>())
        : type == typeof(IReadOnlyDictionary<string, T>)
            ? new DictionaryConverter<IReadOnlyDictionary<string, T>, T>(XmlRpcConverter.For<T>())
        : null;
}

/// <summary>The collections of a value type, and its nullable form.</summary>
internal sealed class ValueConverterFamily<T> : ConverterFamily<T>
    where T : struct
{
    protected override object? FindMember(Type type) =>
        type == typeof(T?) ? new NullableConverter<T>(XmlRpcConverter.For<T>()) : base.FindMember(type);
}
