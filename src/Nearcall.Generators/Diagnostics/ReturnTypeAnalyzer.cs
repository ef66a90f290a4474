using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nearcall.Generators.Diagnostics;

/// <summary>NEAR0002: a method of a contract returns a value, nothing, or one of them later.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReturnTypeAnalyzer() : SignatureAnalyzer(Rule)
{
    private static readonly DiagnosticDescriptor Rule = new(
        "NEAR0002",
        "A method of a contract returns what no call can give",
        "'{0}' returns '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A method of a contract returns T, void, Task, Task<T>, ValueTask, ValueTask<T>, XmlRpcResult<T> in one of these, "
            + "IAsyncEnumerable<T>, Task<Stream> or ValueTask<Stream>.",
        helpLinkUri: "docs/diagnostics/NEAR0002.md");

    private protected override void Check(Signature signature, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (Reason(signature) is { } reason)
        {
            report(Diagnostic.Create(
                Rule, signature.ResultPlace(cancellationToken), signature.Name, signature.Method.ReturnType.Display(), reason));
        }
    }

    internal static string? Reason(Signature signature)
    {
        var symbols = signature.Symbols;
        var result = signature.Method.ReturnType;
        if (signature.Method.RefKind != RefKind.None)
        {
            return "a reference cannot travel; return the value";
        }

        if (result.IsOrDerivesFrom(symbols.Stream) && signature.IsInterface)
        {
            return "a stream arrives over time; return Task<Stream> or ValueTask<Stream>";
        }

        if (symbols.IsAwaitableValue(result))
        {
            result = ((INamedTypeSymbol)result).TypeArguments[0];
            if (result.OriginalDefinition.IsSame(symbols.AsyncEnumerable))
            {
                return "the items of a call arrive one by one anyway; return IAsyncEnumerable<T> itself";
            }
        }
        else if (result.OriginalDefinition.IsSame(symbols.AsyncEnumerable))
        {
            result = ((INamedTypeSymbol)result).TypeArguments[0];
        }

        if (result.OriginalDefinition.IsSame(symbols.Result))
        {
            result = ((INamedTypeSymbol)result).TypeArguments[0];
            if (result.OriginalDefinition.IsSame(symbols.AsyncEnumerable) || result.IsOrDerivesFrom(symbols.Stream))
            {
                return "what arrives over time cannot be a result that may be a fault; return it without XmlRpcResult<T>";
            }
        }

        return result.SpecialType != SpecialType.System_Void && !result.IsSame(signature.Method.ReturnType) && IsWork(result, symbols)
            ? "one thing within another; return T, Task<T> or ValueTask<T>, and XmlRpcResult<T> for T where a fault shall be given back"
            : IsUnknownWork(result, symbols) ? "only Task, Task<T>, ValueTask and ValueTask<T> can be awaited here; return one of them" : null;
    }

    private static bool IsWork(ITypeSymbol type, NearcallSymbols symbols) =>
        symbols.IsAsynchronous(type) || type.OriginalDefinition.IsSame(symbols.Result);

    // A type that can be awaited, or a sequence in time, of which the protocol knows nothing.
    private static bool IsUnknownWork(ITypeSymbol type, NearcallSymbols symbols) =>
        !IsWork(type, symbols)
        && (type.OriginalDefinition.IsSame(symbols.Find("System.Collections.Generic.IAsyncEnumerator`1"))
            || type.OriginalDefinition.IsSame(symbols.Find("System.IObservable`1"))
            || type.GetMembers("GetAwaiter").OfType<IMethodSymbol>().Any(static method => method.Parameters.IsEmpty && !method.IsStatic)
            || type.IsOrDerivesFrom(symbols.Task)
            || type.Implements(symbols.AsyncEnumerable));
}
