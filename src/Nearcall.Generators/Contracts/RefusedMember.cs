using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>
/// Writes a member of an interface that has no XML-RPC form as one that throws: an analyzer says what is wrong, and the compiler not
/// beside it that the client lacks the member.
/// </summary>
internal static class RefusedMember
{
    private const string Throw = "throw new global::System.NotSupportedException(\"It has no XML-RPC form.\");";

    /// <summary>Gives the member's code; null where there is nothing to implement.</summary>
    public static string? Write(ISymbol member)
    {
        var owner = member.ContainingType.ToPlainCode();
        return member switch
        {
            IMethodSymbol method => WriteMethod(method, owner),
            IPropertySymbol property => WriteProperty(property, owner),
            IEventSymbol @event => $"event {@event.Type.ToCode()} {owner}.{member.Name.ToIdentifier()} {{ add => {Throw} remove => {Throw} }}",
            _ => null,
        };
    }

    private static string WriteMethod(IMethodSymbol method, string owner)
    {
        var typeParameters = method.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", method.TypeParameters.Select(static parameter => parameter.Name.ToIdentifier()))}>";
        var constraints = string.Concat(method.TypeParameters.Select(Constraint));
        var head = $"{Reference(method.RefKind)}{method.ReturnType.ToCode()} {owner}.{method.Name.ToIdentifier()}{typeParameters}";
        return $"{Modifiers([method.ReturnType, .. method.Parameters.Select(static parameter => parameter.Type)])}"
            + $"{head}({Parameters(method.Parameters)}){constraints} {{ {Throw} }}";
    }

    private static string WriteProperty(IPropertySymbol property, string owner)
    {
        var name = property.IsIndexer ? $"this[{Parameters(property.Parameters)}]" : property.Name.ToIdentifier();
        var get = property.GetMethod is null ? "" : $"get {{ {Throw} }} ";
        var set = property.SetMethod is not { } setter ? "" : $"{(setter.IsInitOnly ? "init" : "set")} {{ {Throw} }} ";
        return $"{Modifiers(property.Type)}{Reference(property.RefKind)}{property.Type.ToCode()} {owner}.{name} {{ {get}{set}}}";
    }

    private static string Parameters(IEnumerable<IParameterSymbol> parameters) =>
        string.Join(", ", parameters.Select(static parameter =>
            $"{Scope(parameter)}{ParameterReference(parameter.RefKind)}{parameter.Type.ToCode()} {parameter.Name.ToIdentifier()}"));

    // The constraints themselves are inherited; only the meaning of T? must be said again.
    private static string Constraint(ITypeParameterSymbol parameter) =>
        $" where {parameter.Name.ToIdentifier()} : {(parameter.IsValueType ? "struct" : parameter.IsReferenceType ? "class" : "default")}";

    private static string Modifiers(params IEnumerable<ITypeSymbol> types) =>
        types.Any(static type => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer) ? "unsafe " : "";

    private static string Scope(IParameterSymbol parameter) =>
        parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out && !parameter.IsParams ? "scoped " : "";

    private static string Reference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string ParameterReference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => "",
    };
}
