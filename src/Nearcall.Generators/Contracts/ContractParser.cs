using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Makes the model of an interface or class with <c>[XmlRpcService]</c>.</summary>
internal static class ContractParser
{
    private static readonly SymbolDisplayFormat FullName =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether the node can be a contract at all.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is TypeDeclarationSyntax;

    /// <summary>Parses a contract; null where an analyzer refuses it, or another of its parts is parsed.</summary>
    public static ContractModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var compilation = context.SemanticModel.Compilation;
        return context.TargetSymbol is INamedTypeSymbol type && IsFirst(context) && CanBeExtended(type, compilation)
            ? Parse(type, compilation)
            : null;
    }

    private static ContractModel Parse(INamedTypeSymbol type, Compilation compilation)
    {
        var types = new TypeParser(compilation);
        var methods = new MethodParser(compilation, type, types);
        var isInterface = type.TypeKind == TypeKind.Interface;
        var called = new List<MethodModel>();
        var refused = new List<string?>();
        var served = new List<MethodModel?>();
        if (isInterface)
        {
            foreach (var method in InterfaceMembers.Methods(type))
            {
                var model = methods.ParseInterfaceMethod(method);
                served.Add(model);
                if (model is not null && IsCallable(model))
                {
                    called.Add(model);
                }
                else
                {
                    refused.Add(RefusedMember.Write(method));
                }
            }

            refused.AddRange(InterfaceMembers.Others(type).Select(RefusedMember.Write));
        }
        else
        {
            served.AddRange(ClassMethods.Of(type, compilation).Select(pair => methods.ParseClassMethod(pair.Method, pair.Declaration, pair.Contract)));
        }

        var containers = Containers(type);
        var prefix = string.Concat(containers.Select(static container => container.Name + "_"));
        return new ContractModel(
            type.ToDisplayString(FullName),
            type.ContainingNamespace.ToCode(),
            prefix + WithoutMark(type) + "Client",
            prefix + type.Name + "Service",
            type.ToPlainCode(),
            containers.Select(Declaration).ToEquatableArray(),
            Declaration(type),
            isInterface,
            called.ToEquatableArray(),
            refused.OfType<string>().ToEquatableArray(),
            ServedMethods.Choose(served.OfType<MethodModel>()).ToEquatableArray(),
            isInterface ? null : FactoryParser.Parse(type),
            types.Converters.ToEquatableArray());
    }

    private static bool IsCallable(MethodModel method) =>
        method.Parameters.All(static parameter => parameter.Source != ParameterSource.Filled)
        && !(method.Result is { Form: ResultForm.Octets, Time: ResultTime.Now });

    // Of an attribute that is there twice, which the compiler refuses, one makes the files.
    private static bool IsFirst(GeneratorAttributeSyntaxContext context) =>
        context.TargetSymbol.GetAttributes().Find(KnownNames.Service)?.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == context.TargetNode.SyntaxTree
        && context.TargetNode.Span.Contains(reference.Span);

    private static bool CanBeExtended(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.Name.Length == 0 || type.IsStatic || type.IsFileLocal || InterfaceMembers.HasStaticOnes(type) || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeParameters.Length > 0 || !IsPartial(current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static List<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        var containers = new List<INamedTypeSymbol>();
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
        {
            containers.Insert(0, current);
        }

        return containers;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"{SyntaxFacts.GetText(type.DeclaredAccessibility)} partial {kind} {type.Name.ToIdentifier()}";
    }

    private static string WithoutMark(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1])
            ? type.Name.Substring(1)
            : type.Name;
}
