namespace Nearcall.Generators.Types;

/// <summary>A value at its place, null included, and what containers of it must know.</summary>
/// <param name="Model">The value.</param>
/// <param name="Variant">See <see cref="ParsedValue.Variant"/>.</param>
/// <param name="Content">Statements that write a value that is not null, as <see cref="ValueModel.WriteCode"/>.</param>
internal sealed record PlacedValue(ValueModel Model, string Variant, string Content)
{
    /// <summary>See <see cref="ParsedValue.HasBuiltInCollections"/>.</summary>
    public bool HasBuiltInCollections { get; init; }

    /// <summary>The same of the type as it is at run time.</summary>
    public bool HasBuiltInCollectionsAtRunTime { get; init; }
}
