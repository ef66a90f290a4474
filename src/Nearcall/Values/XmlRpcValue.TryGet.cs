using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    /// <summary>Gets a truth value from a <c>boolean</c>.</summary>
    /// <param name="value">The truth value; false if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsBoolean"/> throws.</returns>
    public bool TryGetBoolean(out bool value)
    {
        var matches = ReferenceEquals(_reference, StoredKind.Boolean);
        value = matches && _bits != 0;
        return matches;
    }

    /// <summary>Gets text from a <c>string</c>.</summary>
    /// <param name="value">The text; null if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsString"/> throws.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = _reference as string;
        return value is not null;
    }

    /// <summary>Gets a date from a <c>dateTime.iso8601</c> or an <c>ex:dateTime</c>.</summary>
    /// <param name="value">The date; no date if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsDateTime"/> throws.</returns>
    public bool TryGetDateTime(out XmlRpcDateTime value)
    {
        var matches = Kind is XmlRpcKind.DateTime or XmlRpcKind.ExtensionDateTime;
        value = matches ? StoredDate : default;
        return matches;
    }

    /// <summary>Gets an instant from an <c>ex:dateTime</c>, or from a <c>dateTime.iso8601</c> that came with an offset (R31).</summary>
    /// <param name="value">The instant; the default if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsDateTimeOffset"/> throws.</returns>
    public bool TryGetDateTimeOffset(out DateTimeOffset value)
    {
        var matches = TryGetDateTime(out var date) && date.Offset is not null;
        value = matches ? date.ToDateTimeOffset() : default;
        return matches;
    }

    /// <summary>Gets the octets of a <c>base64</c>, without a copy.</summary>
    /// <param name="value">The octets; empty if there are none.</param>
    /// <returns><see langword="false"/> where <see cref="AsBase64"/> throws.</returns>
    public bool TryGetBase64(out ReadOnlyMemory<byte> value)
    {
        var matches = Kind == XmlRpcKind.Base64;
        value = matches ? StoredOctets : default;
        return matches;
    }

    /// <summary>Gets the octets of a <c>base64</c>, an <c>ex:dom</c> or an <c>ex:serializable</c>, without a copy (R76).</summary>
    /// <param name="value">The octets; empty if there are none.</param>
    /// <returns><see langword="false"/> where <see cref="AsOctets"/> throws.</returns>
    public bool TryGetOctets(out ReadOnlyMemory<byte> value)
    {
        var octets = _reference as byte[];
        value = octets;
        return octets is not null;
    }

    /// <summary>Gets a struct.</summary>
    /// <param name="value">The struct; null if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsStruct"/> throws.</returns>
    public bool TryGetStruct([NotNullWhen(true)] out XmlRpcStruct? value)
    {
        value = _reference as XmlRpcStruct;
        return value is not null;
    }

    /// <summary>Gets an array.</summary>
    /// <param name="value">The array; null if there is none.</param>
    /// <returns><see langword="false"/> where <see cref="AsArray"/> throws.</returns>
    public bool TryGetArray([NotNullWhen(true)] out XmlRpcArray? value)
    {
        value = _reference as XmlRpcArray;
        return value is not null;
    }
}
