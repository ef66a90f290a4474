using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Finds the types that a program asks converters of: by the type argument of a call, or by an attribute of the assembly.</summary>
internal static class ConvertibleParser
{
    private static readonly HashSet<string> Types = ["XmlRpcClient", "XmlRpcCaller", "XmlRpcMulticall", "XmlRpcValue", "XmlRpcConverter"];

    private static readonly HashSet<string> Methods =
        ["Call", "CallAsync", "TryCall", "TryCallAsync", "StreamAsync", "Add", "From", "For", "ForNullable", "TryFor"];

    /// <summary>Whether a call looks as if it might be one of those; the meaning is asked for these only.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: var called } && called switch
        {
            MemberAccessExpressionSyntax access => IsCandidate(access.Name),
            MemberBindingExpressionSyntax binding => IsCandidate(binding.Name),
            SimpleNameSyntax name => IsCandidate(name),
            _ => false,
        };

    /// <summary>The type that a call asks a converter of, if it has to be registered.</summary>
    public static ConvertibleModel? ParseCall(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        return context.SemanticModel.GetSymbolInfo(context.Node, cancellationToken).Symbol is IMethodSymbol called && Asks(called)
            ? Parse(called.TypeArguments[0], context.SemanticModel.Compilation)
            : null;
    }

    /// <summary>Whether a method asks a converter of its type argument.</summary>
    public static bool Asks(IMethodSymbol called) =>
        called is { TypeArguments.Length: 1, ContainingType: { } owner }
        && Types.Contains(owner.Name) && owner.ContainingNamespace.IsNearcall() && Methods.Contains(called.Name);

    /// <summary>The types that attributes of the assembly name.</summary>
    public static EquatableArray<ConvertibleModel> ParseAttributes(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<ConvertibleModel>();
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (attribute.Is("XmlRpcConvertibleAttribute")
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is ITypeSymbol type
                && Parse(type, compilation) is { } model)
            {
                found.Add(model);
            }
        }

        return new EquatableArray<ConvertibleModel>(found.ToImmutable());
    }

    private static bool IsCandidate(SimpleNameSyntax name) =>
        Methods.Contains(name.Identifier.ValueText) && (name is GenericNameSyntax || name.Identifier.ValueText is "From" or "TryFor");

    private static ConvertibleModel? Parse(ITypeSymbol type, Compilation compilation)
    {
        var parser = new TypeParser(compilation);
        return parser.Parse(type.NotAnnotated(), ImmutableArray<AttributeData>.Empty, "") is { } value && !parser.IsBuiltIn(type)
            ? new ConvertibleModel(type.InConverter(), type.AtRunTime(), value.Converter, parser.Converters.ToEquatableArray())
            : null;
    }
}
