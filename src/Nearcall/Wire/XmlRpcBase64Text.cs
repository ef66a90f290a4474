namespace Nearcall;

/// <summary>Brings base64 as peers write it into the form that .NET decodes.</summary>
internal static class XmlRpcBase64Text
{
    /// <summary>Leaves out white space, maps the alphabet for URLs and adds missing padding.</summary>
    /// <param name="octets">The text.</param>
    /// <param name="text">A place three octets longer than the text.</param>
    /// <param name="length">The length of what was written there.</param>
    /// <returns>What was mended.</returns>
    public static XmlRpcBase64Departures Normalize(ReadOnlySpan<byte> octets, Span<byte> text, out int length)
    {
        var departures = XmlRpcBase64Departures.None;
        length = 0;
        foreach (var octet in octets)
        {
            if (XmlCharacters.IsBlank(octet))
            {
                continue;
            }

            var isUrl = octet is (byte)'-' or (byte)'_';
            departures |= isUrl ? XmlRpcBase64Departures.UrlAlphabet : XmlRpcBase64Departures.None;
            text[length++] = octet switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', _ => octet };
        }

        var data = text[..length].TrimEnd((byte)'=').Length;
        var padded = (data + 3) / 4 * 4;
        if (length < padded && data % 4 != 1)
        {
            text[length..padded].Fill((byte)'=');
            length = padded;
            departures |= XmlRpcBase64Departures.MissingPadding;
        }

        return departures;
    }
}
