using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Diagnostics;

/// <summary>A method of a contract.</summary>
/// <param name="Symbol">The method.</param>
/// <param name="WireName">Its name on the wire, prefix included.</param>
/// <param name="Attribute">Its <c>[XmlRpcMethod]</c>, that of the interface where the class has none.</param>
/// <param name="IsOwn">Whether no other contract declares it.</param>
internal sealed record ContractMethod(IMethodSymbol Symbol, string WireName, AttributeData? Attribute, bool IsOwn)
{
    /// <summary>The parameters whose arguments travel.</summary>
    public IEnumerable<IParameterSymbol> WireParameters(NearcallSymbols symbols) =>
        Symbol.Parameters.Where(parameter => !symbols.IsFilledIn(parameter));
}
