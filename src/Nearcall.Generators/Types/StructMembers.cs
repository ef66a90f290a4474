using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>A property or field that may travel.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Setter">How it is set, if it can be.</param>
internal sealed record StructMember(ISymbol Symbol, ITypeSymbol Type, MemberSetter Setter)
{
    public string Name => Symbol.Name;

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Its attributes; where it overrides another and has none, those of that one.</summary>
    public ImmutableArray<AttributeData> Attributes { get; } = AttributesOf(Symbol);

    /// <summary>
    /// Whether it is plainly declared in source and nothing gives it a value but its setter: then the default value of its type is what
    /// it has where nobody sets it.
    /// </summary>
    public bool HasNoInitialValue =>
        Symbol is { IsOverride: false, IsVirtual: false } && Symbol.DeclaringSyntaxReferences.OnlyOne()?.GetSyntax() switch
        {
            PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: var accessors } =>
                accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
            VariableDeclaratorSyntax { Initializer: null } => true,
            _ => false,
        };

    private static ImmutableArray<AttributeData> AttributesOf(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes();
        return attributes.IsEmpty && symbol is IPropertySymbol { OverriddenProperty: { } overridden }
            ? AttributesOf(overridden)
            : attributes;
    }
}

/// <summary>How a member is set.</summary>
internal enum MemberSetter
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>At any time.</summary>
    Set,

    /// <summary>While the object is made.</summary>
    Init,
}

/// <summary>Finds the members of a type that may travel.</summary>
internal static class StructMembers
{
    /// <summary>
    /// The public properties and fields that can be read, and those that <c>[XmlRpcMember]</c> makes members: the base's first, each
    /// at the place of its first declaration and as it is declared last.
    /// </summary>
    public static IReadOnlyList<StructMember> Find(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new List<StructMember>();
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers().Select(symbol => Describe(symbol, compilation)).OfType<StructMember>())
            {
                var hidden = members.FindIndex(other => other.Name == member.Name);
                if (hidden < 0)
                {
                    members.Add(member);
                }
                else
                {
                    members[hidden] = member;
                }
            }
        }

        return members;
    }

    /// <summary>The members that are marked to travel and cannot be reached.</summary>
    public static IEnumerable<ISymbol> FindInaccessible(INamedTypeSymbol type, Compilation compilation) =>
        Levels(type).SelectMany(static level => level.GetMembers()).Where(symbol =>
            symbol is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }
            && symbol.GetAttributes().Find(ContractAttributes.Member) is { } attribute && attribute.NamedBoolean("Ignore") != true
            && !compilation.IsSymbolAccessibleWithin(symbol, compilation.Assembly));

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type) =>
        type.BaseType is { } parent && !parent.IsOfTheFramework() ? Levels(parent).Append(type) : [type];

    /// <summary>Whether a type keeps something, wherever: what has no member that travels and keeps nothing is an empty struct.</summary>
    public static bool KeepsSomething(INamedTypeSymbol type) =>
        Levels(type).SelectMany(static level => level.GetMembers()).Any(static symbol =>
            !symbol.IsStatic && symbol is IFieldSymbol or IPropertySymbol { DeclaredAccessibility: Accessibility.Public });

    /// <summary>Whether using it is an error: code of nobody's could switch that off.</summary>
    private static bool IsForbidden(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "ObsoleteAttribute" } type && type.IsOfTheFramework()
            && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is true);

    private static StructMember? Describe(ISymbol symbol, Compilation compilation)
    {
        if (symbol.IsStatic || symbol is not (IPropertySymbol or IFieldSymbol) || IsForbidden(symbol))
        {
            return null;
        }

        var isMarked = symbol.GetAttributes().Find(ContractAttributes.Member) is not null;
        return symbol switch
        {
            IPropertySymbol { IsIndexer: false, RefKind: RefKind.None, GetMethod: { } getter } property
                when property.ExplicitInterfaceImplementations.IsEmpty && IsReachable(getter) => new StructMember(property, property.Type, SetterOf(property)),
            IFieldSymbol { IsConst: false, RefKind: RefKind.None } field when IsReachable(field) =>
                new StructMember(field, field.Type, field.IsReadOnly ? MemberSetter.None : MemberSetter.Set),
            _ => null,
        };

        bool IsReachable(ISymbol accessed) =>
            accessed.DeclaredAccessibility == Accessibility.Public
            || (isMarked && compilation.IsSymbolAccessibleWithin(accessed, compilation.Assembly));

        MemberSetter SetterOf(IPropertySymbol property) =>
            property.SetMethod is not { } setter || !IsReachable(setter) ? MemberSetter.None
            : setter.IsInitOnly ? MemberSetter.Init
            : MemberSetter.Set;
    }
}
