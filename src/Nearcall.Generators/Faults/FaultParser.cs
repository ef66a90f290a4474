using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Faults;

/// <summary>Makes the model of an exception with <c>[XmlRpcFault]</c>.</summary>
internal static class FaultParser
{
    /// <summary>Parses an exception; null where generated code cannot name it.</summary>
    public static FaultModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var compilation = context.SemanticModel.Compilation;
        return context.TargetSymbol is INamedTypeSymbol { IsFileLocal: false } type
            && !IsGeneric(type)
            && IsException(type)
            && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            && context.Attributes[0].ConstructorArguments.FirstOrDefault().Value is int code
            ? new FaultModel(type.ToPlainCode(), code, Creation(type))
            : null;
    }

    // The first that there is, as the attribute's documentation says.
    private static string? Creation(INamedTypeSymbol type)
    {
        if (type.IsAbstract)
        {
            return null;
        }

        var constructors = type.InstanceConstructors
            .Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .Select(static constructor => string.Join(", ", constructor.Parameters.Select(Describe)))
            .ToList();
        var arguments =
            constructors.Contains("Nearcall.XmlRpcFault") ? "fault"
            : constructors.Contains("string, System.Exception") ? "fault.Text, new global::Nearcall.XmlRpcFaultException(fault)"
            : constructors.Contains("string") ? "fault.Text"
            : null;
        return arguments is null ? null : $"new {type.ToPlainCode()}({arguments})";
    }

    private static string Describe(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None ? parameter.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString() : "";

    private static bool IsGeneric(INamedTypeSymbol type) =>
        type.TypeParameters.Length > 0 || (type.ContainingType is { } container && IsGeneric(container));

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == "System.Exception")
            {
                return true;
            }
        }

        return false;
    }
}
