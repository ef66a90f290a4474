namespace Nearcall.Generators.Types;

/// <summary>The converter of a collection, which travels as an array, or of a dictionary, which travels as a struct.</summary>
/// <param name="Namespace">See <see cref="ConverterModel"/>.</param>
/// <param name="Name">See <see cref="ConverterModel"/>.</param>
/// <param name="Type">See <see cref="ConverterModel"/>.</param>
/// <param name="Shown">See <see cref="ConverterModel"/>.</param>
/// <param name="IsDictionary">Whether it has names.</param>
/// <param name="IsNull">What is true where there is no collection at all, with <c>value</c> for it; null if there always is one.</param>
/// <param name="Item">An item, or a value of the dictionary.</param>
/// <param name="Create">The expression of what the items are added to.</param>
/// <param name="Add">The method that adds one.</param>
/// <param name="Finish">The expression of the collection, made of <c>items</c>.</param>
internal sealed record CollectionModel(
    string Namespace,
    string Name,
    string Type,
    string Shown,
    bool IsDictionary,
    string? IsNull,
    ValueModel Item,
    string Create,
    string Add,
    string Finish) : ConverterModel(Namespace, Name, Type, Shown);
