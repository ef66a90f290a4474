using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The constructor that makes objects of a type while they are read, and which members its parameters are.</summary>
/// <param name="Method">The constructor.</param>
/// <param name="Members">The member of each parameter; null where there is none.</param>
internal sealed record StructConstructor(IMethodSymbol Method, IReadOnlyList<StructMember?> Members)
{
    /// <summary>Whether nothing but parameters and initializers is at work in it, as far as can be seen.</summary>
    public bool HasNoBody =>
        Method.IsImplicitlyDeclared || IsPrimary;

    /// <summary>Whether it sets the <c>required</c> members by itself.</summary>
    public bool SetsRequiredMembers =>
        Method.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "SetsRequiredMembersAttribute" } type && type.IsOfTheFramework());

    /// <summary>The position of the parameter that a member is; -1 if there is none.</summary>
    public int PositionOf(StructMember member)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (ReferenceEquals(Members[i], member))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Chooses: the only public constructor, or that of the type's own head; else the one with the most parameters that are all members;
    /// else the one without parameters. Null if there is none.
    /// </summary>
    public static StructConstructor? Choose(INamedTypeSymbol type, IReadOnlyList<StructMember> members, Compilation compilation)
    {
        var all = type.InstanceConstructors
            .Where(method => compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            .Where(static method => method.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In))
            .Where(method => !IsCopy(method, type))
            .Select(method => new StructConstructor(method, [.. method.Parameters.Select(one => Match(one, members, compilation))]))
            .ToList();
        if (all.Exists(static one => one.Method.DeclaredAccessibility == Accessibility.Public))
        {
            all.RemoveAll(static one => one.Method.DeclaredAccessibility != Accessibility.Public);
        }

        var declared = all.Where(static one => !one.Method.IsImplicitlyDeclared).ToList();
        return declared.OnlyOne() is { } only && (type.IsReferenceType || only.Method.Parameters.Length > 0) ? only
            : declared.FirstOrDefault(static one => one.IsPrimary) is { } primary ? primary
            : all.Where(static one => one.Members.All(static member => member is not null))
                .OrderByDescending(static one => one.Members.Count).FirstOrDefault() is { } matching ? matching
            : all.FirstOrDefault();
    }

    private bool IsPrimary => Method.DeclaringSyntaxReferences.OnlyOne()?.GetSyntax() is TypeDeclarationSyntax;

    private static bool IsCopy(IMethodSymbol method, INamedTypeSymbol type) =>
        method.Parameters.OnlyOne() is { } only && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static StructMember? Match(IParameterSymbol parameter, IReadOnlyList<StructMember> members, Compilation compilation) =>
        members.Where(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(member => member.Name == parameter.Name)
            .FirstOrDefault(member => Fits(member.Type, parameter.Type, compilation));

    /// <summary>Whether what was read for a parameter is what is written of the member.</summary>
    private static bool Fits(ITypeSymbol member, ITypeSymbol parameter, Compilation compilation)
    {
        var conversion = compilation.ClassifyCommonConversion(member, parameter);
        return conversion is { IsImplicit: true, IsUserDefined: false, IsNumeric: false };
    }
}
