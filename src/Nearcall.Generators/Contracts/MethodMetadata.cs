using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Gathers the attributes that a server is to know of: those of the contract, the class and both their methods, outer first.</summary>
internal static class MethodMetadata
{
    /// <summary>Gathers the attributes of symbols, each with those that it inherits.</summary>
    public static EquatableArray<string> Of(Compilation compilation, params ISymbol?[] symbols) =>
        symbols.Where(static symbol => symbol is not null)
            .SelectMany(static symbol => WithInherited(symbol!))
            .Where(attribute => IsWanted(attribute, compilation))
            .Select(MetadataExpression.Of)
            .OfType<string>()
            .ToEquatableArray();

    // The nearest counts of an attribute that may be there once only.
    private static List<AttributeData> WithInherited(ISymbol symbol)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var all = new List<AttributeData>();
        for (var (current, isOwn) = (symbol, true); current is not null; (current, isOwn) = (Base(current), false))
        {
            var level = current.GetAttributes()
                .Where(attribute => attribute.AttributeClass is { } type
                    && (isOwn || IsInherited(type))
                    && (AllowsMultiple(type) || !seen.Contains(type)))
                .ToImmutableArray();
            seen.UnionWith(level.Select(static attribute => (ISymbol)attribute.AttributeClass!));
            all.InsertRange(0, level);
        }

        return all;
    }

    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.BaseType,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };

    private static bool IsWanted(AttributeData attribute, Compilation compilation)
    {
        var type = attribute.AttributeClass!;
        var space = type.ContainingNamespace.ToDisplayString();
        return type.ContainingAssembly.Name != "Nearcall"
            && space != "System"
            && !space.StartsWith("System.", StringComparison.Ordinal)
            && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            && attribute.AttributeConstructor is { } constructor
            && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly);
    }

    private static bool IsInherited(INamedTypeSymbol type) => Usage(type).Get("Inherited", otherwise: true);

    private static bool AllowsMultiple(INamedTypeSymbol type) => Usage(type).Get("AllowMultiple", otherwise: false);

    private static AttributeData? Usage(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetAttributes().FirstOrDefault(static attribute =>
                    attribute.AttributeClass?.ToDisplayString() == "System.AttributeUsageAttribute") is { } usage)
            {
                return usage;
            }
        }

        return null;
    }
}
