using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>Makes a short plain text of a body that is no message, for a person to see what answered instead.</summary>
internal static class BodyText
{
    public const int Longest = 1024;
    private const int LongestInMessage = 120;

    public static bool IsBlank(ReadOnlySpan<byte> octets) => octets.TrimStart(" \t\r\n"u8).IsEmpty;

    public static bool IsHtml(ReadOnlySpan<byte> octets, bool saysHtml)
    {
        if (octets.IndexOf("<methodResponse"u8) >= 0)
        {
            return false;
        }

        var start = octets.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? octets[3..] : octets;
        start = start.TrimStart(" \t\r\n"u8);
        return StartsWith(start, "<!doctype html"u8) || StartsWith(start, "<html"u8) || saysHtml;
    }

    /// <summary>Whether a message begins and does not end: a body that the closing of its connection ends looks whole to HTTP.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> octets) =>
        octets.IndexOf("<methodResponse"u8) >= 0 && octets.LastIndexOf("</methodResponse"u8) < 0;

    /// <summary>The beginning of a body in one line: control characters and runs of white space become one blank.</summary>
    public static string Of(ReadOnlySpan<byte> octets)
    {
        // A character takes at most four bytes, and what is cut is cut again below.
        var text = Encoding.UTF8.GetString(octets[..Math.Min(octets.Length, Longest * 4)]);
        return OneLine(text, Longest);
    }

    /// <summary>What to quote in a message: the title of a page if it has one, else its beginning without tags.</summary>
    public static string Quote(string body, bool isHtml)
    {
        if (!isHtml)
        {
            return OneLine(body, LongestInMessage);
        }

        var start = body.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : body.IndexOf("</title", start, StringComparison.OrdinalIgnoreCase);
        return OneLine(WithoutTags(end < 0 ? body : body[(start + "<title>".Length)..end]), LongestInMessage);
    }

    public static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            // Formats include the marks that turn the direction of text around.
            var isGap = Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (isGap && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            line.Append(isGap ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var isTag = false;
        foreach (var c in html)
        {
            if (c is '<' or '>')
            {
                isTag = c == '<';
                text.Append(' ');
            }
            else if (!isTag)
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix) =>
        text.Length >= prefix.Length && Ascii.EqualsIgnoreCase(text[..prefix.Length], prefix);
}
