using System.Globalization;
using System.Text;

namespace Nearcall.Tool.Output;

/// <summary>
/// Makes text from a server harmless to look at: a terminal obeys control characters, and marks of direction show text in another
/// order than it has. Both are shown as escapes.
/// </summary>
internal static class TerminalText
{
    /// <summary>One line: line ends and tabs are escaped too.</summary>
    public static string Line(string text) => Escape(text, keepsLines: false, quote: null);

    /// <summary>Text of several lines: line ends and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true, quote: null);

    /// <summary>One line in quotation marks: a string of JSON.</summary>
    public static string Quote(string text) => $"\"{Escape(text, keepsLines: false, quote: '"')}\"";

    /// <summary>A document in XML: references instead of characters, except those that XML cannot hold at all.</summary>
    public static string Xml(string xml)
    {
        var shown = new StringBuilder(xml.Length);
        for (var index = 0; index < xml.Length; index++)
        {
            _ = IsHarmless(xml, index) || xml[index] is '\n' or '\t'
                ? shown.Append(xml[index])
                : shown.Append(CultureInfo.InvariantCulture, $"&#x{(int)xml[index]:X};");
        }

        return shown.ToString();
    }

    private static string Escape(string text, bool keepsLines, char? quote)
    {
        var shown = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (quote is not null && (character == quote || character == '\\'))
            {
                shown.Append('\\').Append(character);
            }
            else if (IsHarmless(text, index) || (keepsLines && IsLayout(text, index)))
            {
                shown.Append(character);
            }
            else
            {
                AppendEscape(shown, character);
            }
        }

        return shown.ToString();
    }

    private static void AppendEscape(StringBuilder shown, char character) => _ = character switch
    {
        '\n' => shown.Append("\\n"),
        '\r' => shown.Append("\\r"),
        '\t' => shown.Append("\\t"),
        _ => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };

    private static bool IsHarmless(string text, int index)
    {
        var character = text[index];
        return character switch
        {
            _ when char.IsControl(character) => false,
            '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => false,
            _ when char.IsHighSurrogate(character) => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
            _ when char.IsLowSurrogate(character) => index > 0 && char.IsHighSurrogate(text[index - 1]),
            _ => true,
        };
    }

    // A carriage return alone would let a line write over itself.
    private static bool IsLayout(string text, int index) =>
        text[index] is '\n' or '\t' || (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n');
}
