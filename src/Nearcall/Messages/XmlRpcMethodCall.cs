using System.Buffers;

namespace Nearcall;

/// <summary>Whole calls as values, for code that moves messages about without HTTP and without types of its own.</summary>
/// <remarks>Safe to use from several threads.</remarks>
public static class XmlRpcMethodCall
{
    /// <summary>Writes a call (R06 to R11).</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="arguments">The parameters, in order.</param>
    /// <param name="dialect">What may be written and how. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="method"/> is null or empty.</exception>
    /// <exception cref="XmlRpcFormatException">The dialect does not write the name or one of the values.</exception>
    public static void Write(
        IBufferWriter<byte> output, string method, ReadOnlySpan<XmlRpcValue> arguments, XmlRpcDialect? dialect = null)
    {
        var writer = new XmlRpcWriter(output, dialect);
        writer.WriteStartMethodCall(method);
        foreach (ref readonly var argument in arguments)
        {
            writer.WriteStartParameter();
            writer.WriteValue(argument);
            writer.WriteEndParameter();
        }

        writer.WriteEndMethodCall();
        writer.Flush();
    }
}
