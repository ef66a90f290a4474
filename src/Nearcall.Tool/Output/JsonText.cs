using System.Text;

namespace Nearcall.Tool.Output;

/// <summary>
/// Writes values as JSON, by the mapping of <c>docs/tool.md</c>. A number is written as it is shown everywhere, so that <c>3.0</c>
/// stays a double and nothing is rounded.
/// </summary>
internal static class JsonText
{
    private const int Step = 2;

    /// <summary>A value, indented.</summary>
    public static string Of(XmlRpcValue value)
    {
        var json = new StringBuilder();
        Append(json, value, indent: 0);
        return json.ToString();
    }

    /// <summary>A fault, on one line.</summary>
    public static string Of(XmlRpcFault fault) =>
        FormattableString.Invariant($"{{\"faultCode\": {fault.Code}, \"faultString\": {TerminalText.Quote(fault.Text)}}}");

    private static void Append(StringBuilder json, XmlRpcValue value, int indent)
    {
        if (value.TryGetArray(out var items))
        {
            AppendItems(json, items, indent);
        }
        else if (value.TryGetStruct(out var members))
        {
            AppendMembers(json, members, indent);
        }
        else
        {
            json.Append(Scalar(value));
        }
    }

    private static void AppendItems(StringBuilder json, XmlRpcArray items, int indent)
    {
        var start = "[";
        foreach (var item in items)
        {
            json.Append(start).Append('\n').Append(' ', indent + Step);
            Append(json, item, indent + Step);
            start = ",";
        }

        _ = items.Count == 0 ? json.Append("[]") : json.Append('\n').Append(' ', indent).Append(']');
    }

    private static void AppendMembers(StringBuilder json, XmlRpcStruct members, int indent)
    {
        var start = "{";
        foreach (var (name, value) in members)
        {
            json.Append(start).Append('\n').Append(' ', indent + Step).Append(TerminalText.Quote(name)).Append(": ");
            Append(json, value, indent + Step);
            start = ",";
        }

        _ = members.Count == 0 ? json.Append("{}") : json.Append('\n').Append(' ', indent).Append('}');
    }

    private static string Scalar(XmlRpcValue value) => value.Kind switch
    {
        XmlRpcKind.Nil => "null",
        XmlRpcKind.String => TerminalText.Quote(value.AsString()),
        XmlRpcKind.Base64 or XmlRpcKind.Dom or XmlRpcKind.Serializable => $"\"{Convert.ToBase64String(value.AsOctets().Span)}\"",
        XmlRpcKind.DateTime or XmlRpcKind.ExtensionDateTime => $"\"{value}\"",
        // JSON has no numbers that are not finite: they become text.
        XmlRpcKind.Double or XmlRpcKind.Float when !double.IsFinite(value.AsDouble()) => $"\"{value}\"",
        _ => value.ToString(),
    };
}
