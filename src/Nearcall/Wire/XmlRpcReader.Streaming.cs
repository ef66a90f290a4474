namespace Nearcall;

/// <summary>What the streaming road needs: values that are looked over, or handed on, before they are complete.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>
    /// Goes on through the value that comes next, or that was begun before, until it is complete. Unlike <see cref="TrySkip"/>, what was
    /// read stays read where the text ends too early, so that a long value is not looked over again from its start.
    /// </summary>
    /// <param name="depth">The depth that the value stands at.</param>
    /// <returns>Whether the value is complete. If it turned out to be the end of the array, the reader stands less deep.</returns>
    internal bool TryFrame(int depth)
    {
        _isSkipping = true;
        bool isRead;
        do
        {
            isRead = Read();
        }
        while (isRead && Depth > depth);
        _isSkipping = false;
        return isRead;
    }

    /// <summary>Moves past the start of an array.</summary>
    /// <returns>Whether the text shows what kind the value is.</returns>
    /// <exception cref="XmlRpcFormatException">The value is no array.</exception>
    internal bool TryReadStartArray()
    {
        if (!Read())
        {
            return false;
        }

        return TokenType == XmlRpcTokenType.StartArray ? true : throw Mismatch("An array");
    }

    /// <summary>Moves past the start tags of a base64, up to its text.</summary>
    /// <param name="isBase64">Whether the value is a base64 with text of its own. If not, the reader did not move.</param>
    /// <returns>Whether the text shows that.</returns>
    internal bool TryReadStartBase64(out bool isBase64)
    {
        isBase64 = _xml.TryStartTags("<value><base64>"u8, 2);
        if (isBase64)
        {
            return true;
        }

        var before = this;
        if (!ReadTag(out var value))
        {
            return false;
        }

        if (value.Kind == XmlTagKind.Start && Is(value, "value"u8))
        {
            if (!_xml.ReadContent(out var content) || !_xml.ReadTag(out var tag))
            {
                return false;
            }

            isBase64 = tag.Kind == XmlTagKind.Start && IsBlank(content) && FindKind(tag) == XmlRpcKind.Base64;
        }

        if (!isBase64)
        {
            this = before;
        }

        return true;
    }

    /// <summary>Reads as much of the text of a base64 as there is.</summary>
    /// <returns>Whether a tag comes next, or the end of the final text.</returns>
    internal bool ReadBase64Part() => _xml.ReadContentPart(out _content);

    /// <summary>The text that was read, with references and sections resolved.</summary>
    internal readonly ReadOnlySpan<byte> GetBase64Part() => Octets(_content);

    /// <summary>Moves past the end tags of a base64.</summary>
    internal bool TryReadEndBase64()
    {
        if (!_xml.ReadTag(out var end))
        {
            return false;
        }

        if (end.Kind != XmlTagKind.End || !Is(end, "base64"u8))
        {
            throw Unexpected(end, "the end of 'base64'", "R41", "base64"u8);
        }

        if (!ReadEndOfValue())
        {
            return false;
        }

        CountMember();
        TokenType = XmlRpcTokenType.Scalar;
        Kind = XmlRpcKind.Base64;
        EndValue();
        return true;
    }

    /// <summary>Makes the exception for text that is no base64.</summary>
    internal readonly XmlRpcFormatException MalformedBase64(XmlRpcBase64Problem problem, int position) => problem switch
    {
        XmlRpcBase64Problem.UrlAlphabet =>
            Fail("Base64 has '+' and '/', not '-' and '_'.", position, "R33", nameof(XmlRpcDialect.AllowBase64Url)),
        XmlRpcBase64Problem.MissingPadding => Fail(
            "Base64 ends in '=' where its length asks for it.", position, "R33", nameof(XmlRpcDialect.AllowBase64MissingPadding)),
        _ => Fail("The text is not base64.", position, "R33"),
    };
}
