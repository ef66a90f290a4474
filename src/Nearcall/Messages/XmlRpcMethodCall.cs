using System.Buffers;
using System.Text;

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

    /// <summary>Reads a call (R06 to R11).</summary>
    /// <param name="octets">The whole message, in any encoding that its mark or its declaration names (R25).</param>
    /// <param name="dialect">What is accepted. Default: <see cref="XmlRpcDialect.Strict"/>.</param>
    /// <param name="limits">How much is accepted. Default: <see cref="XmlRpcLimits.Default"/>.</param>
    /// <returns>The name of the method and the parameters, in order.</returns>
    /// <exception cref="XmlRpcFormatException">The message is no call, or goes over a limit.</exception>
    public static (string Method, XmlRpcArray Parameters) Read(
        ReadOnlySpan<byte> octets, XmlRpcDialect? dialect = null, XmlRpcLimits? limits = null)
    {
        var reader = XmlRpcMessage.Open(octets, dialect, limits);
        reader.ReadStartMethodCall();
        var method = Encoding.UTF8.GetString(reader.MethodName);
        var parameters = new List<XmlRpcValue>();
        while (reader.ReadNextParameter())
        {
            parameters.Add(reader.ReadValue());
        }

        return (method, [.. parameters]);
    }
}
