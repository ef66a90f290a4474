using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>An analyzer of programs that use Nearcall. It does nothing where Nearcall is not referred to.</summary>
public abstract class NearcallAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The category of all rules.</summary>
    protected const string Category = "Nearcall";

    private protected NearcallAnalyzer(params DiagnosticDescriptor[] rules) => SupportedDiagnostics = ImmutableArray.Create(rules);

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (NearcallSymbols.Of(start.Compilation) is { } symbols)
            {
                Start(start, symbols);
            }
        });
    }

    /// <summary>Registers what is to be looked at.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols);
}
