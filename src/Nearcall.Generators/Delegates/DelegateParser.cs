using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Delegates;

/// <summary>Makes the model of a call of <c>methods.Add(name, method)</c>.</summary>
internal static class DelegateParser
{
    /// <summary>Whether the node can be such a call at all.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        ArgumentList.Arguments.Count: 2,
        Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Add" } }
            or MemberBindingExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Add" } },
    };

    /// <summary>Whether a method is the one that is called.</summary>
    public static bool IsAdd(IMethodSymbol method) =>
        method is { Name: "Add", Parameters.Length: 2 }
        && method.Parameters[1].Type.ToDisplayString() == "System.Delegate"
        && method.ContainingType.ToDisplayString() == KnownNames.MethodsBuilder;

    /// <summary>Parses a call; null where it is another, or one that an analyzer refuses.</summary>
    public static DelegateModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var model = context.SemanticModel;
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (model.GetOperation(invocation, cancellationToken) is not IInvocationOperation operation
            || !IsAdd(operation.TargetMethod)
            || operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1) is not { } argument
            || DelegateTarget.Find(argument.Value) is not { } target
            || Parse(target, model.Compilation) is not { } added
            || model.GetInterceptableLocation(invocation, cancellationToken) is not { } location)
        {
            return null;
        }

        var position = invocation.GetLocation().GetLineSpan();
        var place = $"{Path.GetFileName(position.Path)}({position.StartLinePosition.Line + 1})";
        return new DelegateModel(place, location.Version, location.Data, added);
    }

    private static AddedDelegateModel? Parse(DelegateTarget target, Compilation compilation)
    {
        var signature = target.Signature;
        var invoke = target.Type.DelegateInvokeMethod!;
        var types = new TypeParser(compilation);
        if (!IsNameable(invoke, compilation)
            || ParameterParser.Parse(signature, isStruct: false, types) is not { } parameters
            || ResultParser.Parse(signature, types) is not { } result
            || MethodMetadata.Of(compilation, target.Method ?? signature) is not { } metadata)
        {
            return null;
        }

        var help = target.Method is null ? null : HelpText.Of(target.Method);
        var declared = string.Join(", ", signature.Parameters.Select(Declaration));
        var method = new MethodModel(
            Source: $"{result.Type} ({declared})".Replace("global::", ""),
            Owner: "",
            Name: "",
            Target: "service",
            WireName: "",
            IsStruct: false,
            parameters.ToEquatableArray(),
            result,
            IsIdempotent: false,
            TimeoutMilliseconds: 0,
            IsHidden: false,
            help is null ? null : SymbolDisplay.FormatLiteral(help, quote: true),
            metadata.ToEquatableArray());
        return new AddedDelegateModel(
            target.Type.IsNameable(compilation) ? target.Type.ToPlainCode() : null,
            signature.ReturnType.ToCode(),
            declared,
            method,
            types.Converters.ToEquatableArray());
    }

    private static bool IsNameable(IMethodSymbol invoke, Compilation compilation) =>
        (invoke.ReturnsVoid || invoke.ReturnType.IsNameable(compilation))
        && invoke.Parameters.All(parameter => parameter.Type.IsNameable(compilation));

    private static string Declaration(IParameterSymbol parameter) =>
        (parameter.IsParams ? "params " : "")
        + $"{parameter.Type.ToCode()} {parameter.Name.ToIdentifier()}"
        + (parameter.HasExplicitDefaultValue ? $" = {DefaultValue.Of(parameter)}" : "");
}
