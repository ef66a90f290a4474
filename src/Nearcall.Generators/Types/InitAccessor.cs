using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>
/// Reaches the <c>init</c> accessor of a property after its object was made. The run-time finds it by the types that declare it, so that
/// type parameters and their constraints are repeated as they are.
/// </summary>
internal static class InitAccessor
{
    public static AccessorModel Describe(IPropertySymbol property)
    {
        var declared = property.OriginalDefinition;
        var owner = declared.ContainingType;
        var parameters = Levels(owner).SelectMany(static level => level.TypeParameters).ToList();
        return new AccessorModel(
            owner.ToCode(),
            declared.SetMethod!.MetadataName,
            declared.Type.ToCode(),
            List(parameters.Select(static parameter => parameter.Name.ToIdentifier())),
            string.Concat(parameters.Select(static parameter => Constraint(parameter))),
            List(Levels(property.ContainingType).SelectMany(static level => level.TypeArguments).Select(static type => type.ToCode())));
    }

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Levels(outer).Append(type) : [type];

    private static string List(IEnumerable<string> names) => names.Any() ? $"<{string.Join(", ", names)}>" : "";

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => type.ToCode()));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $"\n    where {parameter.Name.ToIdentifier()} : {string.Join(", ", constraints)}";
    }
}
