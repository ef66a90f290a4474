using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Types;

/// <summary>How a collection is filled and finished.</summary>
/// <param name="Item">The type of its items; of a dictionary, that of its values.</param>
/// <param name="Create">What makes what the items are added to; <c>{item}</c> stands for their type.</param>
/// <param name="Finish">What makes the collection of that, which is <c>{items}</c>; <c>{item}</c> as before.</param>
internal sealed record CollectionForm(ITypeSymbol Item, string Create, string Finish = "{items}")
{
    /// <summary>The method that adds an item.</summary>
    public string Add { get; init; } = "Add";

    /// <summary>Of a dictionary the type of its keys, else null.</summary>
    public ITypeSymbol? Key { get; init; }

    /// <summary>Whether the core has converters of collections of this form.</summary>
    public bool IsBuiltIn { get; init; }
}
