using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The collections of the framework, and how each is made.</summary>
internal static class CollectionForms
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string NewList = "new global::System.Collections.Generic.List<{item}>()";
    private const string NewSet = "new global::System.Collections.Generic.HashSet<{item}>()";
    private const string Ordinal = "(global::System.StringComparer.Ordinal)";
    private const string NewDictionary = "new global::System.Collections.Generic.Dictionary<string, {item}>" + Ordinal;

    private static readonly Dictionary<string, (string Create, string Finish, string Add)> Lists = new()
    {
        [Generic + "List`1"] = (NewList, "{items}", "Add"),
        [Generic + "IList`1"] = (NewList, "{items}", "Add"),
        [Generic + "IReadOnlyList`1"] = (NewList, "{items}", "Add"),
        [Generic + "IReadOnlyCollection`1"] = (NewList, "{items}", "Add"),
        [Generic + "IEnumerable`1"] = (NewList, "{items}", "Add"),
        [Generic + "ICollection`1"] = (NewList, "{items}", "Add"),
        [Generic + "HashSet`1"] = (NewSet, "{items}", "Add"),
        [Generic + "ISet`1"] = (NewSet, "{items}", "Add"),
        [Generic + "IReadOnlySet`1"] = (NewSet, "{items}", "Add"),
        [Generic + "Queue`1"] = ("new global::System.Collections.Generic.Queue<{item}>()", "{items}", "Enqueue"),
        [Generic + "LinkedList`1"] = ("new global::System.Collections.Generic.LinkedList<{item}>()", "{items}", "AddLast"),
        ["System.Collections.Concurrent.ConcurrentQueue`1"] =
            ("new global::System.Collections.Concurrent.ConcurrentQueue<{item}>()", "{items}", "Enqueue"),
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = (NewList, "{items}.AsReadOnly()", "Add"),
        ["System.Collections.Frozen.FrozenSet`1"] =
            (NewList, "global::System.Collections.Frozen.FrozenSet.ToFrozenSet({items})", "Add"),
        [Immutable + "ImmutableArray`1"] = (Builder("ImmutableArray"), "{items}.DrainToImmutable()", "Add"),
        [Immutable + "ImmutableList`1"] = (Builder("ImmutableList"), "{items}.ToImmutable()", "Add"),
        [Immutable + "IImmutableList`1"] = (Builder("ImmutableList"), "{items}.ToImmutable()", "Add"),
        [Immutable + "ImmutableHashSet`1"] = (Builder("ImmutableHashSet"), "{items}.ToImmutable()", "Add"),
        [Immutable + "IImmutableSet`1"] = (Builder("ImmutableHashSet"), "{items}.ToImmutable()", "Add"),
        [Immutable + "ImmutableSortedSet`1"] = (Builder("ImmutableSortedSet"), "{items}.ToImmutable()", "Add"),
    };

    private static readonly Dictionary<string, (string Create, string Finish)> Dictionaries = new()
    {
        [Generic + "Dictionary`2"] = (NewDictionary, "{items}"),
        [Generic + "IDictionary`2"] = (NewDictionary, "{items}"),
        [Generic + "IReadOnlyDictionary`2"] = (NewDictionary, "{items}"),
        [Generic + "SortedDictionary`2"] = (Keyed(Generic + "SortedDictionary"), "{items}"),
        [Generic + "SortedList`2"] = (Keyed(Generic + "SortedList"), "{items}"),
        [Generic + "OrderedDictionary`2"] = (Keyed(Generic + "OrderedDictionary"), "{items}"),
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = (Keyed("System.Collections.Concurrent.ConcurrentDictionary"), "{items}"),
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] =
            (NewDictionary, "new global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {item}>({items})"),
        ["System.Collections.Frozen.FrozenDictionary`2"] =
            (
                NewDictionary,
                "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary({items}, global::System.StringComparer.Ordinal)"),
        [Immutable + "ImmutableDictionary`2"] = (KeyedBuilder("ImmutableDictionary"), "{items}.ToImmutable()"),
        [Immutable + "IImmutableDictionary`2"] = (KeyedBuilder("ImmutableDictionary"), "{items}.ToImmutable()"),
        [Immutable + "ImmutableSortedDictionary`2"] = (KeyedBuilder("ImmutableSortedDictionary"), "{items}.ToImmutable()"),
    };

    private static readonly HashSet<string> BuiltIn =
    [
        Generic + "List`1", Generic + "IList`1", Generic + "IReadOnlyList`1", Generic + "IReadOnlyCollection`1", Generic + "IEnumerable`1",
        Generic + "Dictionary`2", Generic + "IDictionary`2", Generic + "IReadOnlyDictionary`2",
    ];

    /// <summary>Finds how a collection is made; null for what is none.</summary>
    public static CollectionForm? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return new CollectionForm(array.ElementType, NewList, "{items}.ToArray()") { IsBuiltIn = true };
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        var name = named.InMetadata();
        return Lists.TryGetValue(name, out var list)
                ? new CollectionForm(named.TypeArguments[0], list.Create, list.Finish)
                {
                    Add = list.Add,
                    IsBuiltIn = BuiltIn.Contains(name),
                }
            : Dictionaries.TryGetValue(name, out var dictionary)
                ? new CollectionForm(named.TypeArguments[1], dictionary.Create, dictionary.Finish)
                {
                    Key = named.TypeArguments[0],
                    IsBuiltIn = BuiltIn.Contains(name),
                }
            : FindOwn(named);
    }

    /// <summary>Any other collection that can be made empty and filled, such as a class that derives from <c>List&lt;T&gt;</c>.</summary>
    private static CollectionForm? FindOwn(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsAbstract
            || type.GetAttributes().Find(ContractAttributes.Struct) is not null
            || !type.InstanceConstructors.Any(static one => one is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public }))
        {
            return null;
        }

        var create = $"new {type.AtRunTime()}()";
        var dictionary = Implemented(type, Generic + "IDictionary`2");
        var items = Implemented(type, Generic + "IEnumerable`1");
        return dictionary is not null ? new CollectionForm(dictionary.TypeArguments[1], create) { Key = dictionary.TypeArguments[0] }
            : items is not null && HasAdd(type, items.TypeArguments[0]) ? new CollectionForm(items.TypeArguments[0], create)
            : null;
    }

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, string name) =>
        type.AllInterfaces.Where(one => one.InMetadata() == name).OnlyOne();

    private static bool HasAdd(INamedTypeSymbol? type, ITypeSymbol item)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Add").OfType<IMethodSymbol>().Any(add =>
                add is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 }
                && SymbolEqualityComparer.Default.Equals(add.Parameters[0].Type, item)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Builder(string type) => $"global::{Immutable}{type}.CreateBuilder<{{item}}>()";

    private static string KeyedBuilder(string type) => $"global::{Immutable}{type}.CreateBuilder<string, {{item}}>{Ordinal}";

    private static string Keyed(string type) => $"new global::{type}<string, {{item}}>{Ordinal}";
}
