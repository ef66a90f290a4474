using System.Text;

namespace Nearcall;

/// <summary>Strings and dates on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    private bool TryReadPlainString(out string text)
    {
        text = "";
        if (!TryPlainValue(out var start, out var rest))
        {
            return false;
        }

        if (rest.StartsWith("<value><string>"u8))
        {
            var content = rest[15..];
            var length = XmlTokenizer.PlainLength(content);
            return length >= 0
                && content[length..].StartsWith("</string></value>"u8)
                && TryEndPlainString(start + 15, content[..length], 17, out text);
        }

        // Text without a type, in which there is more than white space before an element.
        if (rest.StartsWith("<value>"u8))
        {
            var content = rest[7..];
            var length = XmlTokenizer.PlainLength(content);
            return length > 0
                && content[length..].StartsWith("</value>"u8)
                && TryEndPlainString(start + 7, content[..length], 8, out text);
        }

        return false;
    }

    /// <summary>Reads a date without a zone or a fraction.</summary>
    private bool TryReadPlainDateTime(out XmlRpcDateTime date)
    {
        date = default;
        return TryPlainValue(out var start, out var rest)
            && rest.StartsWith("<value><dateTime.iso8601>"u8)
            && rest.Length > 42
            && rest[42..].StartsWith("</dateTime.iso8601></value>"u8)
            && XmlRpcDateText.TryParsePlain(rest.Slice(25, 17), out date)
            && TryEndPlainNumber(XmlRpcKind.DateTime, start + 25, 17, 27);
    }

    private bool TryEndPlainString(int start, ReadOnlySpan<byte> content, int endTags, out string text)
    {
        text = "";
        if (content.Length > Limits.MaxStringLength || !TryEndPlain(XmlRpcKind.String, start, content.Length, start + content.Length + endTags))
        {
            return false;
        }

        text = content.IsEmpty ? "" : Encoding.UTF8.GetString(content);
        return true;
    }
}
