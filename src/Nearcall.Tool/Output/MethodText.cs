using System.Text;
using Nearcall.Tool.Connection;

namespace Nearcall.Tool.Output;

/// <summary>Prints what a server says about its methods. Every text ends its last line.</summary>
internal static class MethodText
{
    private const string Indent = "    ";

    /// <summary>One name on a line.</summary>
    public static string Of(IReadOnlyList<string> names) => string.Concat(names.Select(static name => TerminalText.Line(name) + "\n"));

    /// <summary>One paragraph for each method.</summary>
    public static string Of(IReadOnlyList<MethodDescription> methods) => string.Join("\n", methods.Select(Of));

    /// <summary>One line for each signature, then the help, indented.</summary>
    public static string Of(MethodDescription method)
    {
        var text = new StringBuilder();
        foreach (var signature in method.Signatures.Where(static signature => signature.Count > 0))
        {
            text.Append(TerminalText.Line($"{method.Name}({string.Join(", ", signature.Skip(1))}) -> {signature[0]}")).Append('\n');
        }

        if (text.Length == 0)
        {
            text.Append(TerminalText.Line(method.Name)).Append("(...)\n");
        }

        if (method.Help.Trim() is { Length: > 0 } help)
        {
            foreach (var line in TerminalText.Lines(help).ReplaceLineEndings("\n").Split('\n'))
            {
                text.Append($"{Indent}{line}".TrimEnd()).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>A string for each name.</summary>
    public static string JsonOf(IReadOnlyList<string> names) => JsonText.Of(Strings(names)) + "\n";

    /// <summary>An object for each method.</summary>
    public static string JsonOf(IReadOnlyList<MethodDescription> methods) => JsonText.Of(XmlRpcArray.Create(methods.Select(Value))) + "\n";

    /// <summary>An object.</summary>
    public static string JsonOf(MethodDescription method) => JsonText.Of(Value(method)) + "\n";

    private static XmlRpcValue Value(MethodDescription method) => new XmlRpcStruct
    {
        ["name"] = method.Name,
        ["signatures"] = XmlRpcArray.Create(method.Signatures.Select(Strings)),
        ["help"] = method.Help,
    };

    private static XmlRpcValue Strings(IReadOnlyList<string> texts) => XmlRpcArray.Create(texts.Select(static text => (XmlRpcValue)text));
}
