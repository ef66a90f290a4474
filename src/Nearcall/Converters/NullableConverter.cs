namespace Nearcall;

/// <summary>A value or nil (R71).</summary>
internal sealed class NullableConverter<T>(XmlRpcConverter<T> inner) : XmlRpcConverter<T?>
    where T : struct
{
    public override XmlRpcKind? Kind => inner.Kind;

    public override T? Read(ref XmlRpcReader reader) => reader.TryReadNil() ? null : inner.Read(ref reader);

    public override void Write(ref XmlRpcWriter writer, T? value)
    {
        if (value is { } content)
        {
            inner.Write(ref writer, content);
        }
        else
        {
            writer.WriteNil();
        }
    }
}

/// <summary>An object or nil (R71). What is inner writes null as nil by itself.</summary>
internal sealed class NullableReferenceConverter<T>(XmlRpcConverter<T> inner) : XmlRpcConverter<T?>
    where T : class
{
    public override XmlRpcKind? Kind => inner.Kind;

    public override T? Read(ref XmlRpcReader reader) => reader.TryReadNil() ? null : inner.Read(ref reader);

    public override void Write(ref XmlRpcWriter writer, T? value) => inner.Write(ref writer, value!);
}
