using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0016: the compiler sees what a registered delegate takes and gives.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpaqueDelegateAnalyzer() : NearcallAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0016",
        "A delegate cannot be registered as a method",
        "The delegate cannot be registered: {0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The compiler writes, for each call of Add, how the arguments of the method are read and its result is written. It must "
            + "see the types, and be able to name them. What it cannot see is made with XmlRpcServiceMethod.Create.",
        helpLinkUri: "docs/diagnostics/NEAR0016.md");

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        if (symbols.MethodsBuilder is null)
        {
            return;
        }

        context.RegisterOperationAction(
            operation =>
            {
                if (RegisteredDelegate.Of((IInvocationOperation)operation.Operation, symbols) is { } added
                    && added.Obstacle(operation.Compilation) is { } reason)
                {
                    operation.ReportDiagnostic(Diagnostic.Create(Rule, added.Argument.Syntax.GetLocation(), reason));
                }
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation =>
            {
                if (RegisteredDelegate.IsAdd(((IMethodReferenceOperation)operation.Operation).Method, symbols))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(
                        Rule, operation.Operation.Syntax.GetLocation(), "Add must be called where the delegate is; call it directly"));
                }
            },
            OperationKind.MethodReference);
    }
}
