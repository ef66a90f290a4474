using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Nearcall.Generators.Diagnostics;

/// <summary>What a call of <c>methods.Add(name, method)</c> registers.</summary>
/// <param name="Argument">The delegate.</param>
/// <param name="Type">Its type; null where that is not known here.</param>
/// <param name="Signature">The method whose parameters count: the lambda's or the method's own, as they have names and places.</param>
internal sealed record RegisteredDelegate(IOperation Argument, INamedTypeSymbol? Type, IMethodSymbol? Signature)
{
    public static bool IsAdd(IMethodSymbol method, NearcallSymbols symbols) =>
        method is { Name: "Add", Parameters.Length: 2 }
        && method.Parameters[1].Type.SpecialType == SpecialType.System_Delegate
        && method.ContainingType.IsSame(symbols.MethodsBuilder);

    /// <summary>Null where the call is another.</summary>
    public static RegisteredDelegate? Of(IInvocationOperation call, NearcallSymbols symbols)
    {
        if (!IsAdd(call.TargetMethod, symbols)
            || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 1)?.Value is not { } value)
        {
            return null;
        }

        var inner = value;
        while (inner is IConversionOperation { Type: not INamedTypeSymbol { DelegateInvokeMethod: not null } } conversion)
        {
            inner = conversion.Operand;
        }

        return inner.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } type
            ? new RegisteredDelegate(value, type, Origin(inner) is { } origin && origin.Parameters.Length == invoke.Parameters.Length ? origin : invoke)
            : new RegisteredDelegate(value, null, null);
    }

    private static IMethodSymbol? Origin(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Origin(conversion.Operand),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Symbol,
        IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => reference.Method,
        _ => null,
    };

    /// <summary>Why the compiler can write nothing for it; null if it can.</summary>
    public string? Obstacle(Compilation compilation)
    {
        if (Argument is { ConstantValue: { HasValue: true, Value: null } })
        {
            return null;
        }

        if (Type?.DelegateInvokeMethod is not { } invoke)
        {
            return "the compiler cannot see what it takes and gives; give a lambda, a method or a variable of a delegate type";
        }

        if (invoke.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None) is { } reference)
        {
            return $"its parameter '{Signature?.Parameters[reference.Ordinal].Name}' is passed by reference, which no call can do; pass the value";
        }

        var types = invoke.Parameters.Select(static parameter => parameter.Type);
        foreach (var type in invoke.ReturnsVoid ? types : types.Append(invoke.ReturnType))
        {
            if (Obstacle(type, compilation) is { } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    // What generated code, in a file of its own, could not write down.
    private static string? Obstacle(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => Obstacle(array.ElementType, compilation),
        ITypeParameterSymbol => $"'{type.Display()}' is a type parameter, which may be anything; register it where the type is known",
        INamedTypeSymbol { IsAnonymousType: true } => "an anonymous type has no name; make a record of it",
        INamedTypeSymbol named when named.IsFileLocal || !compilation.IsSymbolAccessibleWithin(named.OriginalDefinition, compilation.Assembly) =>
            $"'{type.Display()}' cannot be named by other code; make it internal or public",
        INamedTypeSymbol named => named.TypeArguments.Select(argument => Obstacle(argument, compilation)).FirstOrDefault(static item => item is not null)
            ?? (named.ContainingType is { } outer ? Obstacle(outer, compilation) : null),
        _ => null,
    };
}
