namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>Lets everything through that a value can hold.</summary>
    private static readonly XmlRpcDialect Everything = XmlRpcDialect.Tolerant with
    {
        AllowEmptyScalar = false,
        WriteNil = true,
        WriteI8 = true,
        WriteExtensions = true,
        WriteZeroDate = true,
        WriteNonFiniteDouble = true,
        WriteDateZone = XmlRpcDateZone.Write,
        WriteDateFraction = XmlRpcDateFraction.Write,
        ReadDom = true,
        ReadSerializable = true,
    };

    private static readonly XmlRpcLimits NoLimits = new()
    {
        MaxDepth = XmlRpcLimits.GreatestDepth,
        MaxDigits = int.MaxValue,
        MaxMembers = int.MaxValue,
        MaxStringLength = int.MaxValue,
    };

    /// <summary>
    /// Makes a value of what <see cref="XmlRpcConverter.For"/> has a converter for: <c>XmlRpcValue.From(listOfNumbers)</c>. Single
    /// values convert implicitly and need no call.
    /// </summary>
    /// <typeparam name="T">The type, which decides the kind: a <see cref="long"/> becomes an <c>i8</c>, whatever its size.</typeparam>
    /// <param name="value">What to convert; null becomes nil.</param>
    /// <returns>The value, which shares nothing with <paramref name="value"/>.</returns>
    /// <exception cref="NotSupportedException">There is no converter of the type.</exception>
    /// <exception cref="XmlRpcFormatException">A text holds characters that XML cannot carry (R22).</exception>
    public static XmlRpcValue From<T>(T value)
    {
        var converter = XmlRpcConverter.For<T>();
        using var buffer = PooledBuffer.Rent();
        var writer = new XmlRpcWriter(buffer, Everything);
        converter.Write(ref writer, value);
        writer.Flush();
        return new XmlRpcReader(buffer.WrittenSpan, Everything, NoLimits).ReadValue();
    }
}
