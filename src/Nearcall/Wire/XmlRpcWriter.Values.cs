namespace Nearcall;

public ref partial struct XmlRpcWriter
{
    /// <summary>Writes a value of any kind as the method for its kind does. Structs keep the order of their members.</summary>
    /// <param name="value">The value; a <c>default</c> one is nil.</param>
    /// <exception cref="XmlRpcFormatException">The dialect does not write the value, or one within it.</exception>
    public void WriteValue(XmlRpcValue value)
    {
        // Values nest at most XmlRpcLimits.GreatestDepth deep, so the recursion is safe.
        switch (value.Kind)
        {
            case XmlRpcKind.Int:
                WriteInt32(value.AsInt32());
                break;
            case XmlRpcKind.Boolean:
                WriteBoolean(value.AsBoolean());
                break;
            case XmlRpcKind.String:
                WriteString(value.AsString());
                break;
            case XmlRpcKind.Double:
                WriteDouble(value.AsDouble());
                break;
            case XmlRpcKind.DateTime:
                WriteDateTime(value.AsDateTime());
                break;
            case XmlRpcKind.Base64:
                WriteBase64(value.AsOctets().Span);
                break;
            case XmlRpcKind.Struct:
                WriteStruct(value.AsStruct());
                break;
            case XmlRpcKind.Array:
                WriteArray(value.AsArray().AsSpan());
                break;
            case XmlRpcKind.I8:
                WriteInt64(value.AsInt64());
                break;
            case XmlRpcKind.I1:
                WriteSByte(value.AsSByte());
                break;
            case XmlRpcKind.I2:
                WriteInt16(value.AsInt16());
                break;
            case XmlRpcKind.Float:
                WriteSingle(value.AsSingle());
                break;
            case XmlRpcKind.BigDecimal:
                WriteBigDecimal(value.AsBigDecimal());
                break;
            case XmlRpcKind.BigInteger:
                WriteBigInteger(value.AsBigInteger());
                break;
            case XmlRpcKind.ExtensionDateTime:
                WriteExtensionDateTime(value.AsDateTimeOffset());
                break;
            case XmlRpcKind.Dom:
                WriteDom(value.AsOctets().Span);
                break;
            case XmlRpcKind.Serializable:
                WriteSerializable(value.AsOctets().Span);
                break;
            default:
                WriteNil();
                break;
        }
    }

    private void WriteStruct(XmlRpcStruct members)
    {
        WriteStartStruct();
        foreach (var (name, value) in members)
        {
            WriteStartMember(name);
            WriteValue(value);
            WriteEndMember();
        }

        WriteEndStruct();
    }

    private void WriteArray(ReadOnlySpan<XmlRpcValue> items)
    {
        WriteStartArray();
        foreach (ref readonly var item in items)
        {
            WriteValue(item);
        }

        WriteEndArray();
    }
}
