using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Parses the methods of one contract.</summary>
internal sealed class MethodParser(Compilation compilation, INamedTypeSymbol contract, TypeParser types)
{
    private static readonly SymbolDisplayFormat Signature = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Parses a method of an interface; null where it has no XML-RPC form.</summary>
    public MethodModel? ParseInterfaceMethod(IMethodSymbol method)
    {
        var help = HelpOf(method);
        var metadata = MethodMetadata.Of(compilation, method.ContainingType, method);
        var service = SymbolEqualityComparer.Default.Equals(method.ContainingType, contract)
            ? "service"
            : $"(({method.ContainingType.ToPlainCode()})service)";
        return Parse(method, method, MethodNames.Of(method, contract), method, $"{service}.{method.Name.ToIdentifier()}", help, metadata);
    }

    /// <summary>Parses a method of a class; null where it has no XML-RPC form.</summary>
    /// <param name="method">The method that is called: of the class, or of the interface if that alone can be called.</param>
    /// <param name="declaration">The method of a contract that it implements; null where it implements none.</param>
    /// <param name="owner">The contract through which the method belongs to the class.</param>
    public MethodModel? ParseClassMethod(IMethodSymbol method, IMethodSymbol? declaration, INamedTypeSymbol owner)
    {
        var own = declaration is null || (MethodNames.Attribute(method) is not null && !SymbolEqualityComparer.Default.Equals(method, declaration));
        var name = declaration is null || (own && MethodNames.Attribute(method).First<string>() is not null)
            ? MethodNames.Of(method, contract)
            : MethodNames.Of(declaration, owner);
        var help = own ? HelpOf(method) ?? HelpOf(declaration, owner, name) : HelpOf(declaration, owner, name) ?? HelpOf(method);
        var metadata = MethodMetadata.Of(
            compilation, declaration?.ContainingType, SymbolEqualityComparer.Default.Equals(method, declaration) ? null : contract, declaration, method);
        return Parse(method, declaration ?? method, name, own ? method : declaration!, Target(method, declaration), help, metadata);
    }

    private static string? HelpOf(IMethodSymbol method) =>
        HelpText.Of(method) is { } text ? SymbolDisplay.FormatLiteral(text, quote: true) : null;

    // The comments of another assembly are not here, but in what was generated there.
    private string? HelpOf(IMethodSymbol? declaration, INamedTypeSymbol owner, string name) =>
        declaration is null ? null
        : SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, compilation.Assembly) ? HelpOf(declaration)
        : owner.AllInterfaces.Any(static type => type.ToDisplayString().StartsWith(KnownNames.ServiceContract, StringComparison.Ordinal))
            ? $"{ServiceHelp.Method}<{owner.ToPlainCode()}>({SymbolDisplay.FormatLiteral(name, quote: true)}, {ArgumentCount(declaration)})"
            : null;

    private static int ArgumentCount(IMethodSymbol method) => method.Parameters.Count(static parameter => FilledParameter.Find(parameter) is null);

    // A method that is hidden behind its interface, or has its body there, is called through it.
    private static string Target(IMethodSymbol method, IMethodSymbol? declaration)
    {
        if (declaration is not null
            && (method.MethodKind == MethodKind.ExplicitInterfaceImplementation || method.ContainingType.TypeKind == TypeKind.Interface
                || method.DeclaredAccessibility != Accessibility.Public))
        {
            return $"(({declaration.ContainingType.ToPlainCode()})service).{declaration.Name.ToIdentifier()}";
        }

        return (method.IsStatic ? method.ContainingType.ToPlainCode() : "service") + "." + method.Name.ToIdentifier();
    }

    // The parameters and the result are those of the contract, whatever the class calls them.
    private MethodModel? Parse(
        IMethodSymbol method, IMethodSymbol shape, string name, IMethodSymbol described, string target, string? help, IReadOnlyList<string>? metadata)
    {
        var attribute = MethodNames.Attribute(described);
        var isStruct = (attribute.Has("ParameterStyle") ? attribute : MethodNames.Attribute(shape)).Get<int>("ParameterStyle") == 1;
        if (method.IsGenericMethod || method.IsVararg || method.Name.Length == 0
            || ParameterParser.Parse(shape, isStruct, types) is not { } parameters
            || ResultParser.Parse(shape, types) is not { } result)
        {
            return null;
        }

        return new MethodModel(
            method.ToDisplayString(Signature).Replace("\r", "").Replace("\n", " "),
            method.ContainingType.ToPlainCode(),
            (method.ExplicitInterfaceImplementations.FirstOrDefault() ?? method).Name.ToIdentifier(),
            target,
            name,
            isStruct,
            parameters.ToEquatableArray(),
            result,
            attribute.Get<bool>("Idempotent"),
            attribute.Get<int>("TimeoutMilliseconds"),
            attribute.Get<bool>("Hidden"),
            help,
            (metadata ?? []).ToEquatableArray(),
            metadata is not null);
    }
}
