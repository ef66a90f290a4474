namespace Nearcall;

/// <summary>Reads and writes the values of one .NET type, straight from and to the wire.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>A converter holds no state of a call and is safe to share between threads.</remarks>
public abstract class XmlRpcConverter<T>
{
    /// <summary>The kind of value that is written, for introspection; null where it may be any. Default: null.</summary>
    public virtual XmlRpcKind? Kind => null;

    /// <summary>Reads one whole value.</summary>
    /// <param name="reader">Stands before the value; afterwards behind it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="XmlRpcFormatException">The value is malformed or of another type.</exception>
    public abstract T Read(ref XmlRpcReader reader);

    /// <summary>Reads as many items of an array as come plainly written, and fit, where that is faster than reading each alone.</summary>
    /// <param name="reader">Stands behind an item of an array.</param>
    /// <param name="items">Room for items.</param>
    /// <returns>How many were read: none at all is always right.</returns>
    internal virtual int ReadPlainItems(ref XmlRpcReader reader, Span<T> items) => 0;

    /// <summary>Writes one whole value.</summary>
    /// <param name="writer">Stands where a value belongs.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="XmlRpcFormatException">The dialect cannot write the value.</exception>
    public abstract void Write(ref XmlRpcWriter writer, T value);
}
