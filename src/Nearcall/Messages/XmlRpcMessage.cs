using System.Globalization;

namespace Nearcall;

/// <summary>What reading a whole call and reading a whole answer have in common.</summary>
internal static class XmlRpcMessage
{
    /// <summary>Puts a reader in front of a message in any encoding that is known.</summary>
    /// <exception cref="XmlRpcFormatException">The message is too long, or its encoding cannot be read (R25, R54).</exception>
    public static XmlRpcReader Open(ReadOnlySpan<byte> octets, XmlRpcDialect? dialect, XmlRpcLimits? limits)
    {
        dialect ??= XmlRpcDialect.Strict;
        limits ??= XmlRpcLimits.Default;
        if (octets.Length > limits.MaxBytes)
        {
            throw XmlRpcFormatError.Create(
                string.Create(CultureInfo.InvariantCulture, $"The message has {octets.Length} bytes; {limits.MaxBytes} are allowed."),
                path: "",
                offset: null,
                rule: null,
                $"{nameof(XmlRpcLimits)}.{nameof(XmlRpcLimits.MaxBytes)}",
                XmlRpcFaultCodes.LimitExceeded,
                transcoded: null);
        }

        var utf8 = XmlEncoding.ToUtf8(octets, charset: null, dialect, out var transcodedFrom);
        return new(utf8, isFinal: true, new XmlRpcReaderState(dialect, limits) { Origin = new(0, transcodedFrom) });
    }
}
