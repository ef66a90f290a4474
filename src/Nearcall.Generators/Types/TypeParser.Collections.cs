using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

internal sealed partial class TypeParser
{
    // A class that derives from a list of itself would be parsed without end.
    private readonly HashSet<ITypeSymbol> _openCollections = new(SymbolEqualityComparer.IncludeNullability);

    private ParsedValue? ParseCollection(ITypeSymbol type, CollectionForm form, Place place, string path)
    {
        if (form.Key is { SpecialType: not SpecialType.System_String })
        {
            return Report(path, type, $"the keys of a dictionary are names of members: use string, not '{form.Key.InMessages()}'");
        }

        var kind = form.Key is null ? "Array" : "Struct";
        if (!_openCollections.Add(type))
        {
            return Refer(type, type.Token(), kind, "");
        }

        // The items come first: they say what tells this converter from others of the type.
        var item = ParseValue(form.Item, place, PathOf(path, type) + "[]");
        _openCollections.Remove(type);
        return item is null ? null
            : form.IsBuiltIn && item.HasBuiltInCollections
                ? ParsedValue.BuiltIn(type.InConverter(), kind) with { HasBuiltInCollections = false }
            : Define(type, type.Token(), kind, item.Variant, (space, name) => Describe(type, form, item.Model, space, name)) is { } value
                ? value with { IsBuiltInAtRunTime = form.IsBuiltIn && item.HasBuiltInCollectionsAtRunTime }
            : null;
    }

    private static CollectionModel Describe(ITypeSymbol type, CollectionForm form, ValueModel item, string space, string name) => new(
        space,
        name,
        type.InConverter(),
        type.InMessages(),
        form.Key is not null,
        type.IsReferenceType ? "value is null"
            : type is INamedTypeSymbol { MetadataName: "ImmutableArray`1" } && type.IsOfTheFramework() ? "value.IsDefault"
            : null,
        item,
        form.Create.Replace("{item}", item.Type),
        form.Add,
        form.Finish.Replace("{items}", "items").Replace("{item}", item.Type));

    /// <summary>The items of a tuple; null for what is none.</summary>
    internal static ImmutableArray<ITypeSymbol>? FindTuple(INamedTypeSymbol type) =>
        type.IsTupleType ? type.TupleElements.Select(static element => element.Type).ToImmutableArray()
        : type is { Arity: > 0 and < 8, Name: "Tuple" or "ValueTuple" } && type.IsOfTheFramework() ? type.TypeArguments
        : null;

    private ParsedValue? ParseTuple(INamedTypeSymbol type, ImmutableArray<ITypeSymbol> items, string path)
    {
        // The items come first: they say what tells this converter from others of the type.
        var values = new List<PlacedValue>();
        var count = _converters.Count;
        foreach (var item in items)
        {
            if (ParseValue(item, Place.None, $"{PathOf(path, type)}[{values.Count}]") is not { } value)
            {
                Forget(count);
                return null;
            }

            values.Add(value);
        }

        var variant = string.Concat(values.Select(static value => value.Variant));
        return Define(type, type.Token(), "Array", variant, (space, name) => new TupleModel(
            space,
            name,
            type.InConverter(),
            type.InMessages(),
            type.IsReferenceType,
            values.Select(static value => value.Model).ToEquatableArray()));
    }
}
