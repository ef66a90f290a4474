using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>
/// NEAR0010: an attribute that the framework honours on an endpoint is of no use on a method, since all methods share one endpoint.
/// Authorization is not among them: the server evaluates it for each method.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointAttributeAnalyzer() : ContractAnalyzer(Rule)
{
    private static readonly ImmutableDictionary<string, string> Advice = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["Microsoft.AspNetCore.RateLimiting.EnableRateLimitingAttribute"] = "call RequireRateLimiting on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.RateLimiting.DisableRateLimitingAttribute"] = "call DisableRateLimiting on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.Cors.EnableCorsAttribute"] = "call RequireCors on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.Cors.DisableCorsAttribute"] = "leave RequireCors off what MapXmlRpc returns",
        ["Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutAttribute"] = "call WithRequestTimeout on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.Http.Timeouts.DisableRequestTimeoutAttribute"] = "call DisableRequestTimeout on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.OutputCaching.OutputCacheAttribute"] = "cache within the method: a call is a POST, which no cache keeps",
        ["Microsoft.AspNetCore.Mvc.ResponseCacheAttribute"] = "cache within the method: a call is a POST, which no cache keeps",
        ["Microsoft.AspNetCore.Routing.HostAttribute"] = "call RequireHost on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.HttpLogging.HttpLoggingAttribute"] = "call WithHttpLogging on what MapXmlRpc returns",
        ["Microsoft.AspNetCore.Mvc.RequireHttpsAttribute"] = "write app.UseHttpsRedirection() or listen with TLS alone",
    });

    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0010",
        "An attribute of endpoints is ignored on a method",
        "[{0}] on '{1}' is ignored, since all methods share one endpoint: {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The framework applies these attributes before a call's body is read, when nobody knows which method it names.",
        helpLinkUri: "docs/diagnostics/NEAR0010.md");

    private protected override void Check(SymbolAnalysisContext context, Contract contract)
    {
        var mvcFilter = contract.Symbols.Find("Microsoft.AspNetCore.Mvc.Filters.IFilterMetadata");
        var sizeLimit = contract.Symbols.Find("Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata");
        var declared = contract.Methods.Select(static method => (ISymbol)method.Symbol).Where(method => method.ContainingType.IsSame(contract.Type));
        foreach (var symbol in declared.Append(contract.Type))
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (attribute.AttributeClass is not { } type)
                {
                    continue;
                }

                var advice = Advice.GetValueOrDefault(type.ToDisplayString())
                    ?? (type.Implements(mvcFilter) && !type.Implements(sizeLimit) ? "write an IXmlRpcFilter instead of a filter of MVC" : null);
                if (advice is not null)
                {
                    var name = type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 9) : type.Name;
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule, attribute.Place(symbol, context.CancellationToken), name, symbol.Display(), advice));
                }
            }
        }
    }
}
