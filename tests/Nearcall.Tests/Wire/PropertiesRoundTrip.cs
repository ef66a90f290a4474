using System.Buffers;

namespace Nearcall.Tests.Wire;

/// <summary>Values out and back in: written by a dialect that writes everything, read by one that reads everything.</summary>
internal static class PropertiesRoundTrip
{
    public static XmlRpcDialect Writes { get; } = XmlRpcDialect.Strict with
    {
        WriteNil = true,
        WriteI8 = true,
        WriteExtensions = true,
        WriteZeroDate = true,
        WriteNonFiniteDouble = true,
        WriteDateZone = XmlRpcDateZone.Write,
        WriteDateFraction = XmlRpcDateFraction.Write,
    };

    public static XmlRpcDialect Reads { get; } = XmlRpcDialect.Strict with
    {
        ReadExtensions = true,
        ReadDom = true,
        ReadSerializable = true,
        AllowNonFiniteDouble = true,
        AllowZeroDate = true,
        AllowDateZone = true,
        AllowDateFraction = true,
    };

    /// <summary>Writes a call of some parameters and reads them again.</summary>
    public static XmlRpcArray Trip(params ReadOnlySpan<XmlRpcValue> values)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlRpcMethodCall.Write(output, "m", values, Writes);
        return XmlRpcMethodCall.Read(output.WrittenSpan, Reads).Parameters;
    }
}
