using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Text;

/// <summary>How types and names are written in generated code: so that nothing of the user's can change what they mean.</summary>
internal static class TypeNames
{
    /// <summary>The type from <c>global::</c> on, with its nullable annotations.</summary>
    public static string ToCode(this ITypeSymbol type) => type.InCode();

    /// <summary>The type from <c>global::</c> on, as <c>typeof</c>, <c>new</c> and casts want it: its own annotation left out.</summary>
    public static string ToPlainCode(this ITypeSymbol type) => type.NotAnnotated().InCode();

    /// <summary>The namespace from the first name on, empty for the global one.</summary>
    public static string ToCode(this INamespaceSymbol space) =>
        space.IsGlobalNamespace ? "" : space.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>The name as it must be written: a keyword with an at sign.</summary>
    public static string ToIdentifier(this string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name with a large first letter.</summary>
    public static string ToLargeFirst(this string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name with a small first letter.</summary>
    public static string ToSmallFirst(this string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
