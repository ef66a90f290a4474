using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0013: contracts are what the file <c>XmlRpcContracts.txt</c> of the project records. Without that file nothing is compared.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractRecordAnalyzer() : NearcallAnalyzer(Differs, Lost)
{
    private const string Id = "NEAR0013";
    private const string Title = "A contract differs from what is recorded";
    private const string Message = "The contract '{0}' differs from what is recorded: {1}";
    private const string Description = "Others may call what is recorded. A change of the file shows in a review.";
    private const string HelpLink = "docs/diagnostics/NEAR0013.md";

    private static readonly DiagnosticDescriptor Differs = new(
        Id, Title, Message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, Description, HelpLink);

    // The whole compilation has to be seen to know that a contract is gone.
    private static readonly DiagnosticDescriptor Lost = new(
        Id,
        Title,
        Message,
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        Description,
        HelpLink,
        WellKnownDiagnosticTags.CompilationEnd);

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        if (ContractRecord.Find(context.Options.AdditionalFiles, context.CancellationToken) is not { } record)
        {
            return;
        }

        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (Contract.Of(symbol.Symbol, symbols) is { } contract)
                {
                    seen.TryAdd(contract.Type.ToDisplayString(), true);
                    Compare(contract, record, symbol.ReportDiagnostic);
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var lines in record.Lines.Where(lines => !seen.ContainsKey(lines.Key)))
            {
                foreach (var (text, place) in lines)
                {
                    end.ReportDiagnostic(Diagnostic.Create(
                        Lost, place, lines.Key, $"there is no such contract, and its method '{text}' is recorded; keep it, or take the line out"));
                }
            }
        });
    }

    private static void Compare(Contract contract, ContractRecord record, Action<Diagnostic> report)
    {
        var name = contract.Type.ToDisplayString();
        var recorded = record.Lines[name].Select(static line => line.Text).ToList();
        var written = contract.OwnMethods
            .Select(method => (Method: method, Line: ContractRecord.LineOf(contract, method)))
            .Where(static pair => pair.Line is not null)
            .GroupBy(static pair => pair.Line!, static pair => pair.Method)
            .ToDictionary(static pair => pair.Key, static pair => pair.First());
        var gone = recorded.Where(line => !written.ContainsKey(line)).ToList();
        foreach (var pair in written.Where(pair => !recorded.Contains(pair.Key)))
        {
            var old = gone.Find(line => ContractRecord.MethodOf(line) == ContractRecord.MethodOf(pair.Key));
            gone.Remove(old);
            Report(
                contract.PlaceOf(pair.Value.Symbol),
                old,
                pair.Key,
                old is null
                    ? $"'{pair.Key}' is new; record it, once it is what others shall call"
                    : $"'{old}' is now '{pair.Key}', which breaks those who call it; take the change back, or record it");
        }

        foreach (var line in gone)
        {
            Report(contract.PlaceOf(contract.Type), line, now: null, $"'{line}' is gone, which breaks those who call it; keep it, or take the line out");
        }

        // The properties are for the code fix.
        void Report(Location place, string? old, string? now, string what) =>
            report(Diagnostic.Create(
                Differs, place, ImmutableDictionary<string, string?>.Empty.Add("Old", old).Add("New", now), name, what));
    }
}
