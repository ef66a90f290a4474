using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0011: a method that seems only to ask says whether it may be called again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdempotentQueryAnalyzer() : ContractAnalyzer(Rule)
{
    // Words of their own: the first of a C# name such as FindOrdersAsync.
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "Can", "Contains", "Count", "Describe", "Exists", "Fetch", "Find", "Get", "Has", "Is", "List", "Look", "Lookup", "Ping", "Query", "Read",
        "Search", "Select", "Show", "Tell", "Version",
    };

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0011",
        "A method looks like a query and is not marked as idempotent",
        "'{0}' looks like a query: if calling it twice does no harm, say [XmlRpcMethod(Idempotent = true)], so that a client may try again",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A client tries a call again on its own only where the contract says that it is safe. Idempotent = false says that it is not.",
        helpLinkUri: "docs/diagnostics/NEAR0011.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        if (!contract.IsInterface)
        {
            return;
        }

        foreach (var method in contract.OwnMethods)
        {
            var isDecided = method.Attribute?.NamedArguments.Any(static pair => pair.Key == "Idempotent") ?? false;
            if (!isDecided && !method.Symbol.ReturnsVoid && Asks(method.Symbol.Name))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, contract.PlaceOf(method.Symbol), method.Symbol.Display()));
            }
        }
    }

    private static bool Asks(string name)
    {
        var end = 1;
        while (end < name.Length && char.IsLower(name[end]))
        {
            end++;
        }

        return Asking.Contains(name.Substring(0, end));
    }
}
