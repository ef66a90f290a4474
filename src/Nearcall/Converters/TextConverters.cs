namespace Nearcall;

internal sealed class BooleanConverter : XmlRpcConverter<bool>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Boolean;

    public override bool Read(ref XmlRpcReader reader) => reader.ReadBoolean();

    public override void Write(ref XmlRpcWriter writer, bool value) => writer.WriteBoolean(value);
}

internal sealed class StringConverter : XmlRpcConverter<string>
{
    public override XmlRpcKind? Kind => XmlRpcKind.String;

    public override string Read(ref XmlRpcReader reader) => reader.ReadString();

    public override void Write(ref XmlRpcWriter writer, string value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteString(value);
    }
}

internal sealed class ByteArrayConverter : XmlRpcConverter<byte[]>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Base64;

    public override byte[] Read(ref XmlRpcReader reader) => reader.ReadBase64();

    public override void Write(ref XmlRpcWriter writer, byte[] value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteBase64(value);
    }
}

internal sealed class MemoryConverter : XmlRpcConverter<ReadOnlyMemory<byte>>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Base64;

    public override ReadOnlyMemory<byte> Read(ref XmlRpcReader reader) => reader.ReadBase64();

    public override void Write(ref XmlRpcWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64(value.Span);
}
