namespace Nearcall;

/// <summary>An array of one type (R38).</summary>
internal sealed class ArrayConverter<T>(XmlRpcConverter<T> items) : XmlRpcConverter<T[]>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Array;

    public override T[] Read(ref XmlRpcReader reader)
    {
        // How many follow is not known, and what a peer says of it would not be trusted.
        var list = new List<T>();
        reader.ReadStartArray();
        while (reader.ReadNextItem())
        {
            list.Add(items.Read(ref reader));
        }

        return [.. list];
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
