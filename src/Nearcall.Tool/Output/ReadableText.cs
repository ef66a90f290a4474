using System.Text;

namespace Nearcall.Tool.Output;

/// <summary>
/// Shows a value to a person: a scalar on one line, an array as <c>- item</c> lines, a struct as <c>name: value</c> lines, what is
/// inside them indented by two. Strings inside of them are quoted, so that <c>"5"</c> is told from <c>5</c>.
/// </summary>
internal static class ReadableText
{
    private const int Step = 2;

    /// <summary>Shows a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isTerminal">Whether a string is shown escaped; it goes into a pipe as it is.</param>
    /// <returns>One or more lines, without a line end behind the last.</returns>
    public static string Of(XmlRpcValue value, bool isTerminal)
    {
        if (value.TryGetString(out var text))
        {
            return isTerminal ? TerminalText.Lines(text) : text;
        }

        var lines = new StringBuilder();
        Append(lines, value, indent: 0);
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, XmlRpcValue value, int indent)
    {
        if (value.TryGetArray(out var items) && items.Count > 0)
        {
            AppendItems(lines, items, indent);
        }
        else if (value.TryGetStruct(out var members) && members.Count > 0)
        {
            AppendMembers(lines, members, indent);
        }
        else
        {
            lines.Append(Scalar(value));
        }
    }

    private static void AppendItems(StringBuilder lines, XmlRpcArray items, int indent)
    {
        for (var index = 0; index < items.Count; index++)
        {
            NextLine(lines, index, indent);
            lines.Append("- ");
            Append(lines, items[index], indent + Step);
        }
    }

    private static void AppendMembers(StringBuilder lines, XmlRpcStruct members, int indent)
    {
        var index = 0;
        foreach (var (name, value) in members)
        {
            NextLine(lines, index++, indent);
            lines.Append(IsPlain(name) ? name : TerminalText.Quote(name)).Append(':');
            if (IsNested(value))
            {
                lines.Append('\n').Append(' ', indent + Step);
                Append(lines, value, indent + Step);
            }
            else
            {
                lines.Append(' ').Append(Scalar(value));
            }
        }
    }

    // The first line stands where its parent put it.
    private static void NextLine(StringBuilder lines, int index, int indent)
    {
        if (index > 0)
        {
            lines.Append('\n').Append(' ', indent);
        }
    }

    private static string Scalar(XmlRpcValue value) => value.Kind switch
    {
        XmlRpcKind.String => TerminalText.Quote(value.AsString()),
        XmlRpcKind.Base64 or XmlRpcKind.Dom or XmlRpcKind.Serializable => Convert.ToBase64String(value.AsOctets().Span),
        _ => value.ToString(),
    };

    private static bool IsNested(XmlRpcValue value) =>
        (value.TryGetArray(out var items) && items.Count > 0) || (value.TryGetStruct(out var members) && members.Count > 0);

    private static bool IsPlain(string name) =>
        name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' or '/');
}
