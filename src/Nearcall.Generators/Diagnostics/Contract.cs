using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Diagnostics;

/// <summary>A type with <c>[XmlRpcService]</c> and the methods that belong to it, as the generator sees them.</summary>
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

    private IEnumerable<ContractMethod> OfInterface() =>
        InterfaceMembers.Methods(Type).Select(method => new ContractMethod(
            method,
            MethodNames.Of(method, Type),
            MethodNames.Attribute(method),
            IsOwn: method.ContainingType.IsSame(Type) || !Symbols.IsContract(method.ContainingType)));

    private IEnumerable<ContractMethod> OfClass() =>
        ClassMethods.Of(Type, Symbols.Compilation).Select(pair =>
        {
            var attribute = MethodNames.Attribute(pair.Method);
            var isNamedHere = pair.Declaration is null || attribute.First<string>() is not null;
            return new ContractMethod(
                pair.Method,
                MethodNames.Of(isNamedHere ? pair.Method : pair.Declaration!, Type),
                attribute ?? MethodNames.Attribute(pair.Declaration),
                IsOwn: pair.Declaration is null && (pair.Method.ContainingType.IsSame(Type) || !Symbols.IsContract(pair.Method.ContainingType)));
        });
}
