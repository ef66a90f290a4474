namespace Nearcall;

/// <summary>Reads a <c>methodResponse</c>: the result through its converter, without a tree of values, or the fault.</summary>
internal static class AnswerReader
{
    public static XmlRpcResult<T> Read<T>(ReadOnlyMemory<byte> octets, string? charset, XmlRpcConverter<T> converter, ClientSettings settings)
    {
        var text = XmlEncoding.ToUtf8(octets, charset, settings.Dialect, out var transcoded);
        var state = new XmlRpcReaderState(settings.Dialect, settings.Limits) { Origin = new XmlOrigin(0, transcoded) };
        var reader = new XmlRpcReader(text.Span, isFinal: true, state);
        var type = reader.ReadStartMethodResponse();
        if (type == XmlRpcResponseType.Empty)
        {
            return new XmlRpcResult<T>(ReadNil(converter, settings.Dialect));
        }

        if (type == XmlRpcResponseType.Fault)
        {
            var fault = reader.ReadFault();
            reader.ReadEndMethodResponse();
            return new XmlRpcResult<T>(fault);
        }

        var result = converter.Read(ref reader);
        reader.ReadEndMethodResponse();
        return new XmlRpcResult<T>(result);
    }

    /// <summary>An answer without a result is read as nil (R45): as whatever the type makes of one.</summary>
    private static T ReadNil<T>(XmlRpcConverter<T> converter, XmlRpcDialect dialect)
    {
        var reader = new XmlRpcReader("<value><nil/></value>"u8, dialect with { ReadNil = true });
        return converter.Read(ref reader);
    }
}
