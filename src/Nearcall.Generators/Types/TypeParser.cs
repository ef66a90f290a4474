using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Types;

/// <summary>
/// Finds out how values of a type travel, and which converters have to be written for them. One parser serves one parse: it collects.
/// </summary>
/// <remarks>Code that is oblivious of null counts as never null: only a question mark says that something may be.</remarks>
internal sealed partial class TypeParser(Compilation compilation)
{
    /// <summary>Deeper than any type is meant to be; a generic type that contains a larger one of itself has no end.</summary>
    private const int GreatestDepth = 32;

    private readonly List<ConverterModel> _converters = [];
    private readonly List<TypeProblem> _problems = [];

    // By namespace and name, which say all of a converter. What is being parsed stands in it too, so that types may be recursive.
    private readonly Dictionary<(string Namespace, string Name), bool> _names = [];
    private int _depth;

    /// <summary>All that the parsed values need, recursively; those of a value that turned out to be impossible are left out.</summary>
    public IReadOnlyCollection<ConverterModel> Converters => _converters;

    public IReadOnlyList<TypeProblem> Problems => _problems;

    /// <summary>Parses a type at one place.</summary>
    /// <param name="type">The type, as the place writes it.</param>
    /// <param name="placeAttributes">The attributes of the member, parameter or result.</param>
    /// <param name="path">What problems begin with; empty for the name of the type itself.</param>
    /// <returns>The model, or null: a problem was added, unless the compiler reports the type itself.</returns>
    public ValueModel? Parse(ITypeSymbol type, ImmutableArray<AttributeData> placeAttributes, string path) =>
        ParseValue(type, Place.Of(placeAttributes), path)?.Model;

    /// <summary>Whether the core knows a converter of a type, so that nothing has to be registered.</summary>
    public bool IsBuiltIn(ITypeSymbol type) =>
        ParseContent(type.NotNull(), Place.None, "") is { IsBuiltIn: true } or { IsBuiltInAtRunTime: true };

    private PlacedValue? ParseValue(ITypeSymbol type, Place place, string path)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && FindExactConverter(type, place, path) is { } exact)
        {
            return new PlacedValue(exact.ToModel(type.InCode(), isReference: false), exact.Variant, exact.Write);
        }

        // Where code is oblivious of null, an attribute that says what null is says that there is one.
        var isNullable = type.MayBeNull()
            || (place.NilForm is not null && type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None });
        type = isNullable && type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type;
        var inner = type.NotNull();
        if (place.NilForm is { } form && FindConfusion(type, inner, isNullable, form) is { } confusion)
        {
            Report(path, type, confusion);
            return null;
        }

        if (ParseContent(inner, place.Inside, path) is not { } value)
        {
            return null;
        }

        var hasCollections = value is { IsBuiltIn: true, HasBuiltInCollections: true };
        return isNullable
            ? new PlacedValue(
                value.ToNullableModel(type.InCode(), inner.InConverter(), type.IsReferenceType, place.NilForm ?? "Nil"),
                value.Variant,
                type.IsReferenceType ? value.Write : value.WriteOfNullable)
            {
                HasBuiltInCollectionsAtRunTime = hasCollections && type.IsReferenceType,
            }
            : new PlacedValue(value.ToModel(type.InCode(), type.IsReferenceType), value.Variant, value.Write)
            {
                HasBuiltInCollections = hasCollections,
                HasBuiltInCollectionsAtRunTime = hasCollections,
            };
    }

    /// <summary>Parses a type without asking whether it may be null.</summary>
    private ParsedValue? ParseContent(ITypeSymbol type, Place place, string path)
    {
        if (_depth == GreatestDepth)
        {
            return Report(path, type, "its types nest without end");
        }

        _depth++;
        try
        {
            return TryFindConverter(type, place, path, out var value) ? value
                : type.TypeKind == TypeKind.Enum ? ParseEnum((INamedTypeSymbol)type, place, path)
                : ScalarTypes.Find(type) is { } scalar ? (Accepts(type, place, path) ? scalar : null)
                : type.TypeKind == TypeKind.Error ? null
                : TypeObstacles.Find(type, compilation) is { } obstacle ? Report(path, type, obstacle)
                : CollectionForms.Find(type) is { } collection ? ParseCollection(type, collection, place, path)
                : !Accepts(type, place, path) ? null
                : ParseComposite((INamedTypeSymbol)type, path);
        }
        finally
        {
            _depth--;
        }
    }

    private ParsedValue? ParseComposite(INamedTypeSymbol type, string path) =>
        FindTuple(type) is { } items ? ParseTuple(type, items, path)
        : TypeObstacles.FindWhyNoStruct(type) is { } why ? Report(path, type, why)
        : Define(type, type.Token(), "Struct", "", (space, name) => ParseStruct(type, space, name, path));

    /// <summary>Whether the attributes of the place may stand at a type that neither is nor contains what they speak of.</summary>
    private bool Accepts(ITypeSymbol type, Place place, string path)
    {
        var problem = place.Converters.FirstOrDefault() is { } converter
                ? $"'{converter.InMessages()}' is no converter of '{type.InMessages()}': it must derive from "
                    + $"XmlRpcConverter<{type.InMessages()}>"
            : place.EnumForm is not null && type.TypeKind != TypeKind.Enum ? "[XmlRpcEnum] stands at a type that is no enum"
            : null;
        if (problem is not null)
        {
            Report(path, type, problem, place.Converters.IsEmpty ? TypeProblem.NoForm : TypeProblem.Converter);
        }

        return problem is null;
    }

    /// <summary>Adds a converter unless it is there, or is on its way: a type may contain itself.</summary>
    private ParsedValue? Define(
        ITypeSymbol type, string token, string kind, string variant, Func<string, string, ConverterModel?> parse)
    {
        var key = NameOf(type, token, variant);
        if (!_names.TryGetValue(key, out var isGood))
        {
            var count = _converters.Count;
            isGood = _names[key] = true;
            if (parse(key.Namespace, key.Name) is { } model)
            {
                _converters.Add(model);
            }
            else
            {
                Forget(count);
                isGood = _names[key] = false;
            }
        }

        return isGood ? Refer(type, token, kind, variant) : null;
    }

    private static ParsedValue Refer(ITypeSymbol type, string token, string kind, string variant)
    {
        var (space, name) = NameOf(type, token, variant);
        var value = ParsedValue.ByConverter($"global::{space}.{name}.Instance", $"global::Nearcall.XmlRpcKind.{kind}");
        return value with { Variant = variant };
    }

    private static (string Namespace, string Name) NameOf(ITypeSymbol type, string token, string variant)
    {
        var home = type.Home();
        return (home.Length == 0 ? TypeText.Root : $"{TypeText.Root}.{home}", $"{token}{variant}Converter");
    }

    /// <summary>Takes back what was added for a type that can't be converted: it may refer to that type.</summary>
    private void Forget(int count)
    {
        foreach (var converter in _converters.Skip(count))
        {
            _names.Remove((converter.Namespace, converter.Name));
        }

        _converters.RemoveRange(count, _converters.Count - count);
    }

    private ParsedValue? Report(string path, ITypeSymbol type, string reason, string rule = TypeProblem.NoForm)
    {
        _problems.Add(new TypeProblem(path.Length == 0 ? type.InMessages() : path, reason, rule));
        return null;
    }

    private void ReportSameName(string path, ITypeSymbol type, string wireName, string other) =>
        Report(
            path,
            type,
            $"'{wireName}' is the name of '{other}' on the wire already: give it another with [XmlRpcMember(\"…\")]",
            TypeProblem.SameName);

    private static string PathOf(string path, ITypeSymbol type) => path.Length == 0 ? type.InMessages() : path;

    /// <summary>Why null cannot travel in the form that the place asks for.</summary>
    private static string? FindConfusion(ITypeSymbol type, ITypeSymbol inner, bool isNullable, string form) =>
        !isNullable ? $"[XmlRpcNil] says what null is, and this is never null: write '{type.InMessages()}?'"
        : form == "False" && inner.SpecialType == SpecialType.System_Boolean ? "false would stand both for null and for itself"
        : null;
}
