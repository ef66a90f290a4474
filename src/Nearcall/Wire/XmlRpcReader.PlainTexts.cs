using System.Text;

namespace Nearcall;

/// <summary>Strings and dates on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Reads a string whose octets are its text, without making one of it; or has not moved.</summary>
    internal bool TryReadUtf8String(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        return TryPlainValue(out var rest) && TryReadPlainText(rest, out utf8);
    }

    private bool TryReadPlainString(ReadOnlySpan<byte> rest, out string text)
    {
        var isRead = TryReadPlainText(rest, out var utf8);
        text = isRead ? MakeString(utf8) : "";
        return isRead;
    }

    /// <summary>Makes a string of UTF-8; of ASCII, which most strings are, without counting its characters first.</summary>
    private static string MakeString(ReadOnlySpan<byte> utf8) =>
        Ascii.IsValid(utf8)
            ? string.Create(utf8.Length, utf8, static (characters, ascii) => Ascii.ToUtf16(ascii, characters, out _))
            : Encoding.UTF8.GetString(utf8);

    private bool TryReadPlainText(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (rest.StartsWith("<string>"u8))
        {
            rest = rest[8..];
            var length = XmlTokenizer.PlainLength(rest);
            if (length < 0 || length > Limits.MaxStringLength || !TryEndPlain(XmlRpcKind.String, rest, length, "</string></value>"u8))
            {
                return false;
            }
        }
        else if (!rest.IsEmpty && rest[0] != '<')
        {
            // Text without a type: any white space before it belongs to it.
            rest = _xml.Text[(_xml.AfterBlanks() + 7)..];
            var length = XmlTokenizer.PlainLength(rest);
            if (length < 0 || length > Limits.MaxStringLength || !TryEndPlain(XmlRpcKind.String, rest, length, "</value>"u8))
            {
                return false;
            }
        }
        else
        {
            return false;
        }

        utf8 = rest[.._content.Length];
        return true;
    }

    /// <summary>Reads a date without a zone or a fraction.</summary>
    private bool TryReadPlainDateTime(ReadOnlySpan<byte> rest, out XmlRpcDateTime date)
    {
        date = default;
        return rest.StartsWith("<dateTime.iso8601>"u8)
            && rest.Length > 18 + XmlRpcDateText.PlainLength
            && Limits.MaxDigits >= XmlRpcDateText.PlainLength
            && XmlRpcDateText.TryParsePlain(rest.Slice(18, XmlRpcDateText.PlainLength), out date)
            && TryEndPlain(XmlRpcKind.DateTime, rest[18..], XmlRpcDateText.PlainLength, "</dateTime.iso8601></value>"u8);
    }
}
