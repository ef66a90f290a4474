using System.Globalization;
using System.Text.RegularExpressions;

namespace Nearcall.Tool.Arguments;

/// <summary>
/// Tells numbers and booleans from strings by how they look. Digits that carry more than a number stay a string: the leading zero
/// of <c>007</c>, the sign of <c>+49</c>.
/// </summary>
internal static partial class ArgumentShape
{
    public static XmlRpcValue Parse(string text)
    {
        if (text is "true" or "false")
        {
            return text == "true";
        }

        if (WholeNumber.IsMatch(text))
        {
            return Whole(text);
        }

        if (!Fraction.IsMatch(text))
        {
            return text;
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw TooLarge(text, "a double");
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber { get; }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)?\.[0-9]+([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction { get; }

    private static XmlRpcValue Whole(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
        {
            return small;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)
            ? large
            : throw TooLarge(text, "an i8");
    }

    private static UsageException TooLarge(string text, string type) =>
        new($"'{text}' is too large for {type}; s:{text} sends it as a string.");
}
