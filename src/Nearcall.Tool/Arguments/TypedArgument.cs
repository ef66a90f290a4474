using System.Globalization;

namespace Nearcall.Tool.Arguments;

/// <summary>
/// Reads arguments whose type is given. What is wrong is said by a <see cref="FormatException"/> that goes on from the argument.
/// </summary>
internal static class TypedArgument
{
    private static readonly string[] DateForms = ["yyyyMMdd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    public static XmlRpcValue Int(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("an int is a whole number from -2147483648 to 2147483647");

    public static XmlRpcValue I8(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("an i8 is a whole number from -9223372036854775808 to 9223372036854775807");

    public static XmlRpcValue Double(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException("a double is a finite number with a decimal point");
    }

    public static XmlRpcValue Boolean(string text) => text switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        _ => throw new FormatException("a boolean is true, false, 1 or 0"),
    };

    public static XmlRpcValue Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new XmlRpcDateTime(date)
            : throw new FormatException(
                "a date is written 1998-07-17T14:08:55, 19980717T14:08:55 or 1998-07-17, without a zone or fraction");

    public static XmlRpcValue Base64(string text, ArgumentFiles files)
    {
        if (text.StartsWith('@'))
        {
            return files.Read(text[1..]);
        }

        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw new FormatException("what follows b64: is base64, or @ and the name of a file to encode");
        }
    }
}
