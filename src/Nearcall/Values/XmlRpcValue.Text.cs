using System.Buffers;
using System.Globalization;
using System.Text;

namespace Nearcall;

public readonly partial struct XmlRpcValue
{
    private static readonly SearchValues<char> PlainNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    private static readonly SearchValues<char> WholeNumberCharacters = SearchValues.Create("-0123456789");

    /// <summary>
    /// Shows the value on one line, for logs and debuggers: <c>5</c>, <c>2.5</c>, <c>3.0</c>, <c>"text"</c>, <c>true</c>,
    /// <c>nil</c>, <c>19980717T14:08:55</c>, <c>base64(12 bytes)</c>, <c>[1, "x"]</c>, <c>{a: 1, "odd name": []}</c>.
    /// </summary>
    /// <returns>The text, whole and the same under every culture. It is not meant to be read back.</returns>
    public override string ToString()
    {
        if (Kind is not (XmlRpcKind.String or XmlRpcKind.Struct or XmlRpcKind.Array))
        {
            return ScalarText();
        }

        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        switch (Kind)
        {
            case XmlRpcKind.String:
                AppendQuoted(text, (string)_reference!);
                break;

            case XmlRpcKind.Array:
                AppendItems(text, (XmlRpcArray)_reference!);
                break;

            case XmlRpcKind.Struct:
                AppendMembers(text, (XmlRpcStruct)_reference!);
                break;

            default:
                text.Append(ScalarText());
                break;
        }
    }

    private static void AppendItems(StringBuilder text, XmlRpcArray items)
    {
        var separator = "[";
        foreach (var item in items)
        {
            text.Append(separator);
            item.AppendTo(text);
            separator = ", ";
        }

        text.Append(items.Count == 0 ? "[]" : "]");
    }

    private static void AppendMembers(StringBuilder text, XmlRpcStruct members)
    {
        var separator = "{";
        foreach (var (name, value) in members)
        {
            text.Append(separator);
            if (name.Length > 0 && !name.AsSpan().ContainsAnyExcept(PlainNameCharacters))
            {
                text.Append(name);
            }
            else
            {
                AppendQuoted(text, name);
            }

            text.Append(": ");
            value.AppendTo(text);
            separator = ", ";
        }

        text.Append(members.Count == 0 ? "{}" : "}");
    }

    private static void AppendQuoted(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\x7F' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private string ScalarText() => Kind switch
    {
        XmlRpcKind.Nil => "nil",
        XmlRpcKind.Boolean => _bits != 0 ? "true" : "false",
        XmlRpcKind.Double => WithPoint(BitConverter.Int64BitsToDouble(_bits).ToString(CultureInfo.InvariantCulture)),
        XmlRpcKind.Float => WithPoint(StoredSingle.ToString(CultureInfo.InvariantCulture)),
        XmlRpcKind.DateTime => StoredDate.ToString(),
        XmlRpcKind.ExtensionDateTime => StoredDate.ToString("D"),
        XmlRpcKind.Base64 => OctetsText("base64"),
        XmlRpcKind.Dom => OctetsText("dom"),
        XmlRpcKind.Serializable => OctetsText("serializable"),
        XmlRpcKind.BigInteger or XmlRpcKind.BigDecimal => ((IFormattable)_reference!).ToString(null, CultureInfo.InvariantCulture),
        _ => _bits.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Tells a whole floating-point number from an integer.</summary>
    private static string WithPoint(string number) =>
        number.AsSpan().ContainsAnyExcept(WholeNumberCharacters) ? number : number + ".0";

    private string OctetsText(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}({StoredOctets.Length} bytes)");
}
