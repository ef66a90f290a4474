using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Delegates;

/// <summary>What stands where a delegate is expected: a lambda, a method, or an expression of some type of delegates.</summary>
/// <param name="Type">The type of the delegate.</param>
/// <param name="Signature">The method whose parameters and result count: the lambda's or the method's own, as they have names.</param>
/// <param name="Method">The method that is named; null for others.</param>
internal sealed record DelegateTarget(INamedTypeSymbol Type, IMethodSymbol Signature, IMethodSymbol? Method)
{
    /// <summary>Finds it; null where the type of the delegate is not known.</summary>
    public static DelegateTarget? Find(IOperation value)
    {
        while (value is IConversionOperation { Type: not INamedTypeSymbol { DelegateInvokeMethod: not null } } conversion)
        {
            value = conversion.Operand;
        }

        if (value.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type)
        {
            return null;
        }

        var origin = Origin(value);
        return new DelegateTarget(
            type,
            origin is not null && IsSame(origin, invoke) ? origin : invoke,
            origin is { MethodKind: not MethodKind.AnonymousFunction } ? origin : null);
    }

    private static IMethodSymbol? Origin(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Origin(conversion.Operand),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Symbol,
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => reference.Method,
        _ => null,
    };

    // A method may take and give other types than its delegate, and one that extends a type has a parameter more.
    private static bool IsSame(IMethodSymbol method, IMethodSymbol invoke) =>
        method.Parameters.Length == invoke.Parameters.Length
        && SymbolEqualityComparer.Default.Equals(method.ReturnType, invoke.ReturnType)
        && method.Parameters.Zip(invoke.Parameters, static (own, other) => SymbolEqualityComparer.Default.Equals(own.Type, other.Type))
            .All(static same => same);
}
