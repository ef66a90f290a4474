using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Finds how an instance of a class is made for a call.</summary>
internal static class FactoryParser
{
    /// <summary>Gives the expression, of <c>context</c>; null where the class cannot be made by its one public constructor.</summary>
    public static string? Parse(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        if (type.IsAbstract || constructors.Count != 1 || constructors[0].Parameters.Any(static parameter => parameter.RefKind != RefKind.None)
            || LeavesRequiredMembers(type, constructors[0]))
        {
            return null;
        }

        return $"new {type.ToPlainCode()}({string.Join(", ", constructors[0].Parameters.Select(Argument))})";
    }

    // A string or a number is no service: an optional one keeps its default value.
    private static string Argument(IParameterSymbol parameter) =>
        FilledParameter.Find(parameter)
        ?? (parameter.HasExplicitDefaultValue && (parameter.Type.IsValueType || parameter.Type.SpecialType == SpecialType.System_String)
            ? DefaultValue.Of(parameter)
            : FilledParameter.Service(parameter));

    private static bool LeavesRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
