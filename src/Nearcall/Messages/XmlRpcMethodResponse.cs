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
}
