using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Diagnostics;

/// <summary>What the analyzers ask of a symbol.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.CSharpShortErrorMessageFormat;

    public static bool IsSame(this ISymbol? symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>The name as a message of the compiler would write it.</summary>
    public static string Display(this ISymbol symbol) => symbol.ToDisplayString(Short);

    public static AttributeData? Find(this ISymbol symbol, ITypeSymbol? attribute) =>
        attribute is null ? null : symbol.GetAttributes().FirstOrDefault(item => item.AttributeClass is { } type && type.IsSame(attribute));

    public static bool Implements(this ITypeSymbol type, ITypeSymbol? definition) =>
        definition is not null && type.AllInterfaces.Any(item => item.OriginalDefinition.IsSame(definition));

    public static bool IsOrDerivesFrom(this ITypeSymbol type, ITypeSymbol? definition)
    {
        for (ITypeSymbol? current = type; current is not null && definition is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.IsSame(definition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a property that an attribute sets by its name.</summary>
    public static T Named<T>(this AttributeData? attribute, string name, T otherwise) =>
        attribute is not null && attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { IsNull: false, Value: T value }
            ? value
            : otherwise;

    /// <summary>Where the symbol stands in the source; null where it comes from elsewhere.</summary>
    public static Location? Place(this ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    /// <summary>Where the attribute stands in the source, or else the symbol that it belongs to.</summary>
    public static Location? Place(this AttributeData attribute, ISymbol owner, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? owner.Place();
}
