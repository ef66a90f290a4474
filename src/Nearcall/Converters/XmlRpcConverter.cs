using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>Finds the converter of a .NET type among those that are built in.</summary>
/// <remarks>
/// <para>Built in are <see cref="bool"/>, the whole numbers of 8 to 64 bits, <see cref="double"/>, <see cref="float"/>,
/// <see cref="Half"/>, <see cref="decimal"/>, <see cref="string"/>, <see cref="char"/>, <see cref="Guid"/>, <see cref="Uri"/>,
/// <see cref="DateTime"/>, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>, <see cref="TimeOnly"/>, <c>byte[]</c>,
/// <c>ReadOnlyMemory&lt;byte&gt;</c>, <c>Memory&lt;byte&gt;</c>, <see cref="System.Numerics.BigInteger"/>,
/// <see cref="XmlRpcBigDecimal"/>, <see cref="XmlRpcDateTime"/>, <see cref="XmlRpcValue"/>, <see cref="XmlRpcArray"/> and
/// <see cref="XmlRpcStruct"/>; <c>T?</c> for those that are value types; and, for each of them, <c>T[]</c>,
/// <c>List&lt;T&gt;</c>, <c>IList&lt;T&gt;</c>, <c>IReadOnlyList&lt;T&gt;</c>, <c>IReadOnlyCollection&lt;T&gt;</c>,
/// <c>IEnumerable&lt;T&gt;</c>, <c>Dictionary&lt;string, T&gt;</c>, <c>IDictionary&lt;string, T&gt;</c> and
/// <c>IReadOnlyDictionary&lt;string, T&gt;</c>.</para>
/// <para>Nil (R71) is read where the type says that null is meant: as <c>T?</c> of a value type, as <see cref="XmlRpcValue"/>,
/// and with <see cref="ForNullable{T}()"/>. Elsewhere it is an error. Null is written as nil always.</para>
/// <para>Safe to use from several threads; each converter is made once.</para>
/// </remarks>
public static class XmlRpcConverter
{
    /// <summary>Gives the converter of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The converter; the same each time.</returns>
    /// <exception cref="NotSupportedException">None is built in; the message says which are.</exception>
    public static XmlRpcConverter<T> For<T>() => Found<T>.Converter ?? ConverterRegistry.Find<T>() ?? throw NotSupported(typeof(T));

    /// <summary>Gives the converter of a type, if one is built in.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">The converter; the same each time.</param>
    /// <returns><see langword="false"/> where <see cref="For"/> throws.</returns>
    public static bool TryFor<T>([NotNullWhen(true)] out XmlRpcConverter<T>? converter)
    {
        converter = Found<T>.Converter ?? ConverterRegistry.Find<T>();
        return converter is not null;
    }

    /// <summary>Gives a converter of a reference type that reads nil as null (R71), which <see cref="For"/> refuses.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The converter; the same each time.</returns>
    /// <exception cref="NotSupportedException">None is built in; the message says which are.</exception>
    public static XmlRpcConverter<T?> ForNullable<T>()
        where T : class => FoundNullable<T>.Converter ??= new NullableReferenceConverter<T>(For<T>());

    /// <summary>Gives a converter that reads as null what stands for it, and anything else as another converter does.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Converts what is not null.</param>
    /// <param name="form">What stands for null. Default: nil (R71).</param>
    /// <returns>A new converter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is null.</exception>
    public static XmlRpcConverter<T?> ForNullable<T>(XmlRpcConverter<T> converter, XmlRpcNilForm form = XmlRpcNilForm.Nil)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new NullableReferenceConverter<T>(converter, form);
    }

    /// <summary>The same for a value type, which <c>T?</c> makes another type of.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">Converts what is not null.</param>
    /// <param name="form">What stands for null. Default: nil (R71).</param>
    /// <returns>A new converter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is null.</exception>
    public static XmlRpcConverter<T?> ForNullableValue<T>(XmlRpcConverter<T> converter, XmlRpcNilForm form = XmlRpcNilForm.Nil)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new NullableConverter<T>(converter, form);
    }

    /// <summary>A converter that passes over any value and gives null: for results that nobody looks at. It writes nil.</summary>
    public static XmlRpcConverter<object?> Ignored { get; } = new IgnoringConverter();

    /// <summary>
    /// Makes a converter known to <see cref="For"/>. Generated code does so when its module is loaded; what is built in stays as it
    /// is, and of several converters of one type the first counts.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">The converter; one instance for all calls, many at once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is null.</exception>
    public static void Register<T>(XmlRpcConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        ConverterRegistry.Add(converter);
    }

    private static NotSupportedException NotSupported(Type type) => new(
        $"There is no XML-RPC converter for {type}. Built in are bool, the whole numbers of 8 to 64 bits, double, float, Half, decimal, "
            + "string, char, Guid, Uri, DateTime, DateTimeOffset, DateOnly, TimeOnly, byte[], ReadOnlyMemory<byte>, Memory<byte>, BigInteger, "
            + "XmlRpcBigDecimal, XmlRpcDateTime, XmlRpcValue, XmlRpcArray and XmlRpcStruct, T? of the value types among them, and arrays, lists "
            + "and dictionaries (with string keys) of all of these. "
            + $"For another type write [assembly: XmlRpcConvertible(typeof({type.Name}))], and the compiler makes one.");

    private static class Found<T>
    {
        public static readonly XmlRpcConverter<T>? Converter =
            ScalarConverters.Find<T>() ?? (XmlRpcConverter<T>?)ConverterFamily.Find(typeof(T));
    }

    private static class FoundNullable<T>
        where T : class
    {
        // Made twice if two threads ask at once; either will do.
        public static XmlRpcConverter<T?>? Converter;
    }
}
