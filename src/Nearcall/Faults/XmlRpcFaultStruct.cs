using System.Globalization;

namespace Nearcall;

/// <summary>A fault as the struct that travels (R47).</summary>
internal static class XmlRpcFaultStruct
{
    public const string Code = "faultCode";
    public const string Text = "faultString";

    /// <summary>Whether a struct has the two members of a fault and no others, so that it can be nothing else.</summary>
    public static bool IsFault(XmlRpcStruct members) =>
        members.Count == 2 && members.ContainsKey(Code) && members.ContainsKey(Text);

    /// <summary>Makes a fault of a struct; null, with what is wrong, where the dialect does not take it for one.</summary>
    public static XmlRpcFault? Read(XmlRpcStruct members, XmlRpcDialect dialect, out string problem, out string? allowedBy)
    {
        problem = "";
        allowedBy = null;
        var hasCode = members.TryGetValue(Code, out var code);
        var hasText = members.TryGetValue(Text, out var text);
        var others = members.Count - (hasCode ? 1 : 0) - (hasText ? 1 : 0);
        if (!(hasCode && hasText) && (!dialect.AllowFaultWithoutString || members.Count == others))
        {
            (problem, allowedBy) = ("A fault has a faultCode and a faultString.", members.Count == others ? null : nameof(XmlRpcDialect.AllowFaultWithoutString));
            return null;
        }

        if (others > 0 && !dialect.AllowFaultMembers)
        {
            (problem, allowedBy) = ("A fault has no members beside faultCode and faultString.", nameof(XmlRpcDialect.AllowFaultMembers));
            return null;
        }

        if ((hasCode && code.Kind != XmlRpcKind.Int || hasText && text.Kind != XmlRpcKind.String) && !dialect.AllowFaultCodeKinds)
        {
            (problem, allowedBy) = ("The code of a fault is an int and its text a string.", nameof(XmlRpcDialect.AllowFaultCodeKinds));
            return null;
        }

        return new XmlRpcFault(ReadCode(code), ReadText(hasText, text, code)) { Members = members };
    }

    private static int ReadCode(XmlRpcValue code) =>
        code.TryGetInt32(out var number)
        || (code.TryGetString(out var text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
            ? number
            : 0;

    /// <summary>Old Odoo sends its text as the code; it is shown where there is no other.</summary>
    private static string ReadText(bool hasText, XmlRpcValue text, XmlRpcValue code) =>
        hasText && text.TryGetString(out var words) ? words is "" && code.TryGetString(out var instead) ? instead : words
        : hasText ? text.ToString()
        : code.TryGetString(out var only) ? only : "";
}
