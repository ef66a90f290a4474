using System.Buffers;

namespace Nearcall;

/// <summary>Whole answers as values, for code that moves messages about without HTTP and without types of its own.</summary>
/// <remarks>Safe to use from several threads.</remarks>
public static class XmlRpcMethodResponse
{
    /// <summary>Writes the answer to a call that succeeded (R44 to R46).</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="result">The result.</param>
    /// <param name="dialect">What may be written and how. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="XmlRpcFormatException">The dialect does not write the value.</exception>
    public static void Write(IBufferWriter<byte> output, XmlRpcValue result, XmlRpcDialect? dialect = null)
    {
        var writer = new XmlRpcWriter(output, dialect);
        writer.WriteStartMethodResponse();
        writer.WriteValue(result);
        writer.WriteEndMethodResponse();
        writer.Flush();
    }

    /// <summary>Writes the answer to a call that failed (R44, R47), as <see cref="XmlRpcWriter.WriteFaultResponse"/> does.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="dialect">How it is written. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> or <paramref name="fault"/> is null.</exception>
    public static void WriteFault(IBufferWriter<byte> output, XmlRpcFault fault, XmlRpcDialect? dialect = null)
    {
        var writer = new XmlRpcWriter(output, dialect);
        writer.WriteFaultResponse(fault);
        writer.Flush();
    }

    /// <summary>Reads an answer (R44 to R47).</summary>
    /// <param name="octets">The whole message, in any encoding that its mark or its declaration names (R25).</param>
    /// <param name="dialect">What is accepted. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <param name="limits">How much is accepted. Default: <see cref="XmlRpcLimits.Default"/>.</param>
    /// <returns>
    /// The result or the fault. Nil where there is neither and <see cref="XmlRpcDialect.AllowMissingResult"/> lets that pass.
    /// </returns>
    /// <exception cref="XmlRpcFormatException">The message is no answer, or goes over a limit.</exception>
    public static XmlRpcResult<XmlRpcValue> Read(ReadOnlySpan<byte> octets, XmlRpcDialect? dialect = null, XmlRpcLimits? limits = null)
    {
        var reader = XmlRpcMessage.Open(octets, dialect, limits);
        XmlRpcResult<XmlRpcValue> result = reader.ReadStartMethodResponse() switch
        {
            XmlRpcResponseType.Result => new(reader.ReadValue()),
            XmlRpcResponseType.Fault => new(reader.ReadFault()),
            _ => new(XmlRpcValue.Nil),
        };
        reader.ReadEndMethodResponse();
        return result;
    }
}
