namespace Nearcall;

/// <summary>An array of one type (R38).</summary>
internal sealed class ArrayConverter<T>(XmlRpcConverter<T> items) : XmlRpcConverter<T[]>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Array;

    public override T[] Read(ref XmlRpcReader reader)
    {
        var buffer = new ItemBuffer<T>();
        reader.ReadStartArray();
        while (reader.ReadNextItem())
        {
            buffer.Add(items.Read(ref reader));
            buffer.Advance(items.ReadPlainItems(ref reader, buffer.Free));
        }

        return buffer.ToArray();
    }

    public override void Write(ref XmlRpcWriter writer, T[] value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value)
        {
            items.Write(ref writer, item);
        }

        writer.WriteEndArray();
    }
}
