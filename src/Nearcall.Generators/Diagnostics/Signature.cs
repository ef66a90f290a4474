using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nearcall.Generators.Diagnostics;

/// <summary>The parameters and the result of a procedure: of a method of a contract, or of a delegate that is registered.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="IsInterface">Whether clients call through it.</param>
/// <param name="Symbols">The types of the compilation.</param>
/// <param name="Place">Where it stands, for what has no place of its own.</param>
internal sealed record Signature(IMethodSymbol Method, string Name, bool IsInterface, NearcallSymbols Symbols, Location Place)
{
    /// <summary>The parameters whose arguments travel.</summary>
    public IEnumerable<IParameterSymbol> WireParameters => Method.Parameters.Where(parameter => !Symbols.IsFilledIn(parameter));

    public Location PlaceOf(IParameterSymbol parameter) => parameter.Place() ?? Place;

    /// <summary>Where the return type stands, or else the method.</summary>
    public Location ResultPlace(CancellationToken cancellationToken) =>
        Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            MethodDeclarationSyntax declaration => declaration.ReturnType.GetLocation(),
            LocalFunctionStatementSyntax declaration => declaration.ReturnType.GetLocation(),
            _ => Place,
        };
}
