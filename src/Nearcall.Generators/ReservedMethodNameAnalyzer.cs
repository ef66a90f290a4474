using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators;

/// <summary>
/// NEAR0012: warns where a method is registered under a name that begins with <c>system.</c>. The protocol reserves those for
/// the server (R59), which refuses the registration at its start; this says so at compile time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReservedMethodNameAnalyzer : DiagnosticAnalyzer
{
    private const string Builder = "Nearcall.XmlRpcMethodsBuilder";

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0012",
        "A method has a reserved name",
        "The name '{0}' is reserved to the server: the protocol keeps every name that begins with 'system.' for it",
        "Nearcall",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The server answers the methods whose names begin with 'system.' itself and refuses to register another.",
        helpLinkUri: "docs/diagnostics/NEAR0012.md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Builder) is { } builder)
            {
                start.RegisterOperationAction(operation => Check(operation, builder), OperationKind.Invocation);
            }
        });
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol builder)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Add" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, builder))
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_String }
                && argument.Value.ConstantValue is { HasValue: true, Value: string name }
                && name.StartsWith("system.", System.StringComparison.Ordinal))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Syntax.GetLocation(), name));
            }
        }
    }
}
