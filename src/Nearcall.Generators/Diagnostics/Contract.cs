using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Diagnostics;

/// <summary>A type with <c>[XmlRpcService]</c> and the methods that belong to it.</summary>
internal sealed class Contract
{
    private Contract(INamedTypeSymbol type, NearcallSymbols symbols)
    {
        Type = type;
        Symbols = symbols;
        Methods = type.TypeKind == TypeKind.Interface ? OfInterface().ToImmutableArray() : OfClass().ToImmutableArray();
    }

    public INamedTypeSymbol Type { get; }

    public NearcallSymbols Symbols { get; }

    public bool IsInterface => Type.TypeKind == TypeKind.Interface;

    /// <summary>All that belong, those of other types included.</summary>
    public ImmutableArray<ContractMethod> Methods { get; }

    /// <summary>Those for which no other contract answers: their problems are to be reported here.</summary>
    public IEnumerable<ContractMethod> OwnMethods => Methods.Where(static method => method.IsOwn);

    public static Contract? Of(ISymbol symbol, NearcallSymbols symbols) =>
        symbol is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class } type && symbols.IsContract(type)
            ? new Contract(type, symbols)
            : null;

    /// <summary>Where something of the contract stands, or else the contract itself.</summary>
    public Location PlaceOf(ISymbol symbol) => symbol.Place() ?? Type.Place() ?? Location.None;

    private IEnumerable<ContractMethod> OfInterface()
    {
        foreach (var type in Type.AllInterfaces.Insert(0, Type))
        {
            var isOwn = type.IsSame(Type) || !Symbols.IsContract(type);
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(Belongs))
            {
                var attribute = method.Find(Symbols.Method);
                yield return new ContractMethod(method, MethodNames.Of(method, Type), attribute, isOwn);
            }
        }
    }

    private bool Belongs(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary } && ((method.IsAbstract && !method.IsStatic) || method.Find(Symbols.Method) is not null);

    private IEnumerable<ContractMethod> OfClass()
    {
        var declared = Type.AllInterfaces.Where(Symbols.IsContract)
            .SelectMany(static contract => contract.GetMembers().OfType<IMethodSymbol>(), static (contract, method) => (contract, method))
            .Where(pair => Belongs(pair.method))
            .ToLookup(pair => Type.FindImplementationForInterfaceMember(pair.method), SymbolEqualityComparer.Default);
        var overridden = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (INamedTypeSymbol? type = Type; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (overridden.Contains(method))
                {
                    continue;
                }

                for (var replaced = method.OverriddenMethod; replaced is not null; replaced = replaced.OverriddenMethod)
                {
                    overridden.Add(replaced);
                }

                var attribute = method.Find(Symbols.Method);
                if (attribute is not null && method.MethodKind == MethodKind.Ordinary)
                {
                    // An attribute without a name leaves that to the contract.
                    var named = attribute.First<string>() is null ? declared[method].FirstOrDefault() : default;
                    var name = named.method is null ? MethodNames.Of(method, Type) : MethodNames.Of(named.method, named.contract);
                    yield return new ContractMethod(method, name, attribute, type.IsSame(Type));
                }
                else
                {
                    foreach (var (contract, declaration) in declared[method])
                    {
                        var inherited = declaration.Find(Symbols.Method);
                        yield return new ContractMethod(
                            method, MethodNames.Of(declaration, contract), inherited, IsOwn: false);
                    }
                }
            }
        }
    }
}
