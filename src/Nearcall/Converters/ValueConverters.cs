namespace Nearcall;

internal sealed class ValueConverter : XmlRpcConverter<XmlRpcValue>
{
    public override XmlRpcValue Read(ref XmlRpcReader reader) => reader.ReadValue();

    public override void Write(ref XmlRpcWriter writer, XmlRpcValue value) => writer.WriteValue(value);
}

internal sealed class ValueArrayConverter : XmlRpcConverter<XmlRpcArray>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Array;

    public override XmlRpcArray Read(ref XmlRpcReader reader)
    {
        if (reader.PeekKind() != XmlRpcKind.Array)
        {
            // Throws, and says what the value is.
            reader.ReadStartArray();
        }

        return reader.ReadValue().AsArray();
    }

    public override void Write(ref XmlRpcWriter writer, XmlRpcArray value) => writer.WriteValue(value);
}

internal sealed class StructConverter : XmlRpcConverter<XmlRpcStruct>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Struct;

    public override XmlRpcStruct Read(ref XmlRpcReader reader)
    {
        if (reader.PeekKind() != XmlRpcKind.Struct)
        {
            // Throws, and says what the value is.
            reader.ReadStartStruct();
        }

        return reader.ReadValue().AsStruct();
    }

    public override void Write(ref XmlRpcWriter writer, XmlRpcStruct value) => writer.WriteValue(value);
}
