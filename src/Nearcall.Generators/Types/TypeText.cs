using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Types;

/// <summary>How types are spelled: in generated code, in the names of converters, and for people.</summary>
internal static class TypeText
{
    /// <summary>The namespace of all that is generated.</summary>
    public const string Root = "Nearcall.Generated";

    /// <summary>As in a signature: <c>global::Demo.Order?</c>, <c>(int a, int b)</c>.</summary>
    private static readonly SymbolDisplayFormat Written =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The same for all types that are one at run time, but for what may be null: the names of a tuple's items are gone.</summary>
    private static readonly SymbolDisplayFormat Canonical =
        Written.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat WithoutGlobal =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat RunTime =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat ForPeople = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string InCode(this ITypeSymbol type) => type.ToDisplayString(Written);

    /// <summary>As the type argument of a converter, which is never nullable itself if it is a reference.</summary>
    public static string InConverter(this ITypeSymbol type) => type.NotAnnotated().ToDisplayString(Canonical);

    /// <summary>Without what only the compiler knows.</summary>
    public static string AtRunTime(this ITypeSymbol type) => type.ToDisplayString(RunTime);

    public static string InMessages(this ITypeSymbol type) => type.ToDisplayString(ForPeople);

    /// <summary>Whether null is a value of the type. Code that is oblivious of null does not say so.</summary>
    public static bool MayBeNull(this ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    /// <summary>The type without its question mark.</summary>
    public static ITypeSymbol NotNull(this ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type.NotAnnotated();

    public static ITypeSymbol NotAnnotated(this ITypeSymbol type) =>
        type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    /// <summary>The name that metadata has: <c>System.Collections.Generic.List`1</c>.</summary>
    public static string InMetadata(this INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? $"{space.ToDisplayString()}.{type.OriginalDefinition.MetadataName}"
            : type.OriginalDefinition.MetadataName;

    public static bool IsOfTheFramework(this ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false, Name: "System" };
    }

    /// <summary>The namespace that the converter of a type belongs to, below <see cref="Root"/>: of a list, that of its items.</summary>
    public static string Home(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.Home(),
        INamedTypeSymbol named when named.IsOfTheFramework() || named.ContainingNamespace.IsNearcall() =>
            named.TypeArguments.Select(static argument => argument.Home()).FirstOrDefault(static home => home.Length > 0) ?? "",
        { ContainingNamespace: { IsGlobalNamespace: false } space } =>
            space.ToDisplayString(WithoutGlobal),
        _ => "",
    };

    /// <summary>
    /// A type as part of a name: <c>Order</c>, <c>Order_Line</c> of a nested type, <c>PageOf_Order</c> of a generic one. Different types
    /// of one home have different tokens, whichever other types there are: the name of a converter must not depend on them.
    /// </summary>
    public static string Token(this ITypeSymbol type)
    {
        var token = type switch
        {
            IArrayTypeSymbol array => $"ArrayOf_{array.ElementType.TokenIn(array.Home())}",
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                $"Nullable_{nullable.TypeArguments[0].Token()}",
            INamedTypeSymbol named => NamedToken(named, named.Home()),
            _ => type.Name,
        };
        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? $"Nullable_{token}" : token;
    }

    private static string NamedToken(INamedTypeSymbol type, string home)
    {
        var outer = type.ContainingType is { } containing ? NamedToken(containing, home) + "_"
            : type is { Arity: 0, ContainingNamespace: { ContainingNamespace.IsGlobalNamespace: false } space } && type.IsOfTheFramework()
                ? space.ToDisplayString().Replace('.', '_') + "_"
            : "";
        return type.TypeArguments.IsEmpty
            ? outer + type.Name
            : $"{outer}{type.Name}Of_{string.Join("_And_", type.TypeArguments.Select(argument => argument.TokenIn(home)))}";
    }

    private static string TokenIn(this ITypeSymbol type, string home)
    {
        var own = type.Home();
        return own.Length == 0 || own == home ? type.Token() : $"{own.Replace('.', '_').Replace("@", "")}_{type.Token()}";
    }
}
