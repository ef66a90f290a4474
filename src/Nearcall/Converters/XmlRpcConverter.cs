namespace Nearcall;

/// <summary>Finds the converter of a type.</summary>
public static class XmlRpcConverter
{
    /// <summary>Gives the converter of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The converter.</returns>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static XmlRpcConverter<T> For<T>() =>
        (typeof(T) == typeof(int) ? (object)new Int32Converter() : typeof(T) == typeof(XmlRpcValue) ? new ValueConverter() : null) as XmlRpcConverter<T>
        ?? throw new NotSupportedException($"There is no XML-RPC form for {typeof(T)}.");
}

internal sealed class Int32Converter : XmlRpcConverter<int>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Int;

    public override int Read(ref XmlRpcReader reader) => reader.ReadInt32();

    public override void Write(ref XmlRpcWriter writer, int value) => writer.WriteInt32(value);
}

internal sealed class ValueConverter : XmlRpcConverter<XmlRpcValue>
{
    public override XmlRpcValue Read(ref XmlRpcReader reader) => reader.ReadValue();

    public override void Write(ref XmlRpcWriter writer, XmlRpcValue value) => writer.WriteValue(value);
}
