namespace Nearcall;

/// <summary>A list of one type, or an interface of it, which is read as a list (R38).</summary>
internal sealed class ListConverter<TList, T>(XmlRpcConverter<T> items) : XmlRpcConverter<TList>
    where TList : class, IEnumerable<T>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Array;

    public override TList Read(ref XmlRpcReader reader)
    {
        var list = new List<T>();
        reader.ReadStartArray();
        while (reader.ReadNextItem())
        {
            list.Add(items.Read(ref reader));
        }

        return (TList)(object)list;
    }

    public override void Write(ref XmlRpcWriter writer, TList value)
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
