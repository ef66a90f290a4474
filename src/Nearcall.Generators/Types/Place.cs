using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>What the attributes of one place (a member, a parameter, a result) say of the value there.</summary>
/// <param name="Converters">The converters that are named; the one counts that is for the type.</param>
/// <param name="EnumForm">How an enum travels, if the place says so: the name of a value of <c>XmlRpcEnumForm</c>.</param>
/// <param name="NilForm">What stands for null, if the place says so: the name of a value of <c>XmlRpcNilForm</c>.</param>
internal sealed record Place(ImmutableArray<INamedTypeSymbol> Converters, string? EnumForm, string? NilForm)
{
    public static Place None { get; } = new(ImmutableArray<INamedTypeSymbol>.Empty, null, null);

    /// <summary>What holds for the items of a collection too: a habit for null belongs to the place itself.</summary>
    public Place Inside => NilForm is null ? this : this with { NilForm = null };

    public static Place Of(ImmutableArray<AttributeData> attributes)
    {
        if (attributes.IsDefaultOrEmpty)
        {
            return None;
        }

        var converters = ContractAttributes.FindConverters(attributes);
        var enumForm = attributes.Find(ContractAttributes.Enum)?.EnumArgument();
        var nilForm = attributes.Find(ContractAttributes.Nil)?.EnumArgument();
        return converters.IsEmpty && enumForm is null && nilForm is null ? None : new Place(converters, enumForm, nilForm);
    }
}
