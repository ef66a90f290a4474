namespace Nearcall;

/// <summary>A dictionary of one type, or an interface of it, as a struct (R34). Case counts in its keys (R49).</summary>
internal sealed class DictionaryConverter<TDictionary, T>(XmlRpcConverter<T> values) : XmlRpcConverter<TDictionary>
    where TDictionary : class, IEnumerable<KeyValuePair<string, T>>
{
    public override XmlRpcKind? Kind => XmlRpcKind.Struct;

    public override TDictionary Read(ref XmlRpcReader reader)
    {
        var members = new Dictionary<string, T>(StringComparer.Ordinal);
        reader.ReadStartStruct();
        while (reader.ReadNextMember())
        {
            var name = reader.GetMemberName();
            if (members.ContainsKey(name) && reader.SkipDuplicateMember())
            {
                continue;
            }

            members[name] = values.Read(ref reader);
        }

        return (TDictionary)(object)members;
    }

    public override void Write(ref XmlRpcWriter writer, TDictionary value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteStartStruct();
        foreach (var (name, member) in value)
        {
            writer.WriteStartMember(name);
            values.Write(ref writer, member);
            writer.WriteEndMember();
        }

        writer.WriteEndStruct();
    }
}
