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
            owner.Name,
            declared.SetMethod!.MetadataName,
            $"Set{declared.Name}",
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

/// <summary>The <c>init</c> accessor of a property.</summary>
/// <param name="Owner">The class that declares it, with the names of its type parameters.</param>
/// <param name="OwnerName">The name of that class.</param>
/// <param name="Accessor">The accessor's name in metadata.</param>
/// <param name="Method">The name of the method that reaches it.</param>
/// <param name="Value">The type of the value, with the names of type parameters.</param>
/// <param name="Parameters">The type parameters of the owner, such as <c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Constraints">Their constraints, each on a line of its own behind a line break.</param>
/// <param name="Arguments">The type arguments in their place.</param>
internal sealed record AccessorModel(
    string Owner, string OwnerName, string Accessor, string Method, string Value, string Parameters, string Constraints, string Arguments)
{
    /// <summary>
    /// The expression of the method. The run-time wants the type parameters of a generic class on a class, so that there is one for them.
    /// </summary>
    public string Expression => Parameters.Length == 0 ? Method : $"{OwnerName}Init{Arguments}.{Method}";
}
