using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Gathers the attributes that a server is to know of: those of the contract, the class and both their methods, outer first.</summary>
internal static class MethodMetadata
{
    private const string Authorization = "Microsoft.AspNetCore.Authorization.";

    /// <summary>Gathers the attributes of symbols, each with those that it inherits.</summary>
    /// <returns>Their expressions; null if one that says who may call is out of the reach of generated code.</returns>
    public static IReadOnlyList<string>? Of(Compilation compilation, params ISymbol?[] symbols)
    {
        var expressions = new List<string>();
        foreach (var attribute in symbols.OfType<ISymbol>().SelectMany(WithInherited).Where(IsWanted))
        {
            if (IsInReach(attribute, compilation) && MetadataExpression.Of(attribute) is { } expression)
            {
                expressions.Add(expression);
            }
            else if (attribute.AttributeClass!.AllInterfaces.Any(static type =>
                type.ToDisplayString() is Authorization + "IAuthorizeData" or Authorization + "IAuthorizationRequirementData"))
            {
                return null;
            }
        }

        return expressions;
    }

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

    private static bool IsWanted(AttributeData attribute)
    {
        var type = attribute.AttributeClass!;
        if (type.TypeKind == TypeKind.Error)
        {
            return false;
        }

        var space = type.ContainingNamespace.ToDisplayString();
        return type.ContainingAssembly.Name != "Nearcall"
            && space != "System"
            && !space.StartsWith("System.", StringComparison.Ordinal);
    }

    private static bool IsInReach(AttributeData attribute, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(attribute.AttributeClass!, compilation.Assembly)
        && attribute.AttributeConstructor is { } constructor
        && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly);

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
