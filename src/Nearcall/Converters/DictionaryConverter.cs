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
            if (members.ContainsKey(name) && reader.Dialect.DuplicateMembers != XmlRpcDuplicateMembers.KeepLast)
            {
                SkipDuplicate(ref reader);
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

    private static void SkipDuplicate(ref XmlRpcReader reader)
    {
        if (reader.Dialect.DuplicateMembers == XmlRpcDuplicateMembers.Refuse)
        {
            // The place to name is that of the member's value, not of its name.
            reader.Read();
            throw reader.CreateException(
                "The struct has two members of this name.",
                "R36",
                $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.DuplicateMembers)}",
                XmlRpcFaultCodes.InvalidMessage);
        }

        reader.Skip();
    }
}
