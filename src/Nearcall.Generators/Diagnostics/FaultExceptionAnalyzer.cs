using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0018: a fault's code stands for one exception. NEAR0019: the client can make that exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FaultExceptionAnalyzer() : NearcallAnalyzer(Mapping, Constructor)
{
    private static readonly DiagnosticDescriptor Mapping = new(
        "NEAR0018",
        "A fault cannot be mapped to an exception",
        "The fault {0} of '{1}' {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A server turns the exception into the fault, and the client turns the fault back. Both need one exception for one code.",
        helpLinkUri: "docs/diagnostics/NEAR0018.md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly DiagnosticDescriptor Constructor = new(
        "NEAR0019",
        "A client cannot make the exception of a fault",
        "A client cannot make '{0}' of fault {1} and throws XmlRpcFaultException: add a public constructor that takes an XmlRpcFault, "
            + "a string and an Exception, or a string",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An exception that comes back is made anew, of what the fault tells: its code and its text.",
        helpLinkUri: "docs/diagnostics/NEAR0019.md");

    private protected override void Start(CompilationStartAnalysisContext context, NearcallSymbols symbols)
    {
        var mapped = new ConcurrentBag<(INamedTypeSymbol Type, AttributeData Attribute, int Code)>();
        var attribute = symbols.Find("Nearcall.XmlRpcFaultAttribute");
        var exception = symbols.Find("System.Exception");
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is INamedTypeSymbol type
                    && type.Find(attribute) is { ConstructorArguments.Length: 1 } fault
                    && fault.ConstructorArguments[0].Value is int code)
                {
                    mapped.Add((type, fault, code));
                    if (!type.IsAbstract && type.IsOrDerivesFrom(exception) && !type.InstanceConstructors.Any(IsUsable))
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Constructor, type.Place(), type.Display(), code));
                    }
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (type, fault, code) in mapped)
            {
                var reason = !type.IsOrDerivesFrom(exception) ? "belongs to no exception: let the class derive from Exception"
                    : IsReserved(code) ? "is reserved to the protocol: choose one outside -32768 to -32000"
                    : type.IsGenericType ? "belongs to a type with type parameters, which no fault can name: map one without"
                    : mapped.Where(other => other.Code == code && !other.Type.IsSame(type))
                        .Select(static other => other.Type.ToDisplayString())
                        .OrderBy(static name => name, StringComparer.Ordinal)
                        .FirstOrDefault() is { } twin
                    ? $"is also that of '{twin}', so that a client throws neither: give one of them another code"
                    : null;
                if (reason is not null)
                {
                    end.ReportDiagnostic(Diagnostic.Create(Mapping, fault.Place(type, end.CancellationToken), code, type.Display(), reason));
                }
            }
        });

        bool IsUsable(IMethodSymbol constructor) =>
            constructor.DeclaredAccessibility == Accessibility.Public
            && constructor.Parameters.Length switch
            {
                1 => constructor.Parameters[0].Type.SpecialType == SpecialType.System_String
                    || constructor.Parameters[0].Type.IsSame(symbols.Find("Nearcall.XmlRpcFault")),
                2 => constructor.Parameters[0].Type.SpecialType == SpecialType.System_String && constructor.Parameters[1].Type.IsSame(exception),
                _ => false,
            };
    }

    private static bool IsReserved(int code) => code is >= -32768 and <= -32000;
}
