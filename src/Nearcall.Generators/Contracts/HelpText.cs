using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Contracts;

/// <summary>Makes the help of a method of its <c>///</c> comment: the summary as plain text, a paragraph a line.</summary>
internal static class HelpText
{
    /// <summary>Gives the text, that of what the method overrides or hides where it has none itself; null where there is none.</summary>
    public static string? Of(IMethodSymbol method) =>
        OfComment(method)
        ?? (method.OverriddenMethod is { } overridden ? Of(overridden) : null)
        ?? Hidden(method).Select(OfComment).FirstOrDefault(static text => text is not null);

    private static IEnumerable<IMethodSymbol> Hidden(IMethodSymbol method) =>
        method.ContainingType.TypeKind == TypeKind.Interface
            ? method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name)).OfType<IMethodSymbol>()
                .Where(other => other.Parameters.Select(static parameter => parameter.Type)
                    .SequenceEqual(method.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default))
            : [];

    private static string? OfComment(ISymbol symbol)
    {
        try
        {
            var summary = XElement.Parse($"<doc>{Comment(symbol)}</doc>", LoadOptions.PreserveWhitespace).Descendants("summary").FirstOrDefault();
            var text = summary is null ? "" : Flatten(summary);
            return text.Length == 0 ? null : text;
        }
        catch (XmlException)
        {
            // The compiler says what is wrong with the comment.
            return null;
        }
    }

    // A project that makes no documentation file has its comments unparsed: they are read as the text that they are.
    private static string Comment(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var trivia = reference.GetSyntax().GetLeadingTrivia().ToFullString();
            var lines = trivia.Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith("///", StringComparison.Ordinal));
            var comment = string.Join("\n", lines.Select(static line => line.Substring(3)));
            if (comment.Length > 0)
            {
                return comment;
            }

            if (trivia.IndexOf("/**", StringComparison.Ordinal) is var start && start >= 0 && trivia.IndexOf("*/", start + 3, StringComparison.Ordinal) is var end && end > 0)
            {
                return Regex.Replace(trivia.Substring(start + 3, end - start - 3), @"(?m)^\s*\*", "");
            }
        }

        return "";
    }

    private static string Flatten(XElement summary)
    {
        var text = new StringBuilder();
        Append(text, summary);
        var lines = text.ToString().Split('\n').Select(static line => Regex.Replace(line, @"\s+", " ").Trim());
        return string.Join("\n", lines.Where(static line => line.Length > 0));
    }

    // A line break of the comment is a space; one of the text is made here.
    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value.Replace('\n', ' ').Replace('\r', ' '));
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref", IsEmpty: true } reference:
                    text.Append(Reference(reference));
                    break;
                case XElement { Name.LocalName: "para" or "br" or "list" or "item" or "code" or "description" } block:
                    text.Append('\n');
                    Append(text, block);
                    text.Append('\n');
                    break;
                case XElement other:
                    Append(text, other);
                    break;
            }
        }
    }

    private static string Reference(XElement reference)
    {
        var name = reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href") ?? reference.Attribute("cref");
        var text = name?.Value ?? "";
        if (name?.Name.LocalName != "cref")
        {
            return text;
        }

        text = text.Replace('{', '<').Replace('}', '>');
        return text.Length > 1 && text[1] == ':' ? text.Substring(2) : text;
    }
}
