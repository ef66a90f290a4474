using System.Text;

namespace Nearcall;

/// <summary>Strings and dates on the plain road.</summary>
public ref partial struct XmlRpcReader
{
    private bool TryReadPlainString(ReadOnlySpan<byte> rest, out string text)
    {
        text = "";
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

        text = Encoding.UTF8.GetString(rest[.._content.Length]);
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
