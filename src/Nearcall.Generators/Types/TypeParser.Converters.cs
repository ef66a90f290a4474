using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Nearcall.Generators.Types;

/// <summary>The user's own converters: the nearest counts, place before type before assembly.</summary>
internal sealed partial class TypeParser
{
    private ImmutableArray<INamedTypeSymbol>? _ofAssembly;

    /// <summary>Looks for a converter that is named for a type.</summary>
    /// <returns>Whether there is one; <paramref name="value"/> is null where it cannot be used.</returns>
    private bool TryFindConverter(ITypeSymbol type, Place place, string path, out ParsedValue? value)
    {
        if (FindExactConverter(type, place, path) is { } near)
        {
            value = near;
            return true;
        }

        value = null;
        var named = ContractAttributes.FindConverters(type.GetAttributes())
            .Select(converter => (INamedTypeSymbol)Close(converter, type))
            .ToImmutableArray();
        if (named.IsEmpty)
        {
            return Choose(FindOfAssembly(), type) is { } converter && TryHold(type, converter, isOfType: false, path, out value);
        }

        if (Choose(named, type) is { } own)
        {
            TryHold(type, own, isOfType: true, path, out value);
        }
        else
        {
            Accepts(type, new Place(named, null, null), path);
        }

        return true;
    }

    /// <summary>Looks for a converter that the place, or for a nullable value the assembly, names for this very type.</summary>
    private ParsedValue? FindExactConverter(ITypeSymbol type, Place place, string path)
    {
        var converter = Choose(place.Converters, type);
        if (converter is null && type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            converter = Choose(FindOfAssembly(), type);
        }

        return converter is not null && TryHold(type, converter, isOfType: false, path, out var value) ? value : null;
    }

    private ImmutableArray<INamedTypeSymbol> FindOfAssembly() =>
        _ofAssembly ??= ContractAttributes.FindConverters(compilation.Assembly.GetAttributes());

    private static INamedTypeSymbol? Choose(ImmutableArray<INamedTypeSymbol> converters, ITypeSymbol type) =>
        converters.FirstOrDefault(converter => SymbolEqualityComparer.Default.Equals(FindConverted(converter), type));

    /// <summary>Makes of <c>PageConverter&lt;&gt;</c> at <c>Page&lt;Order&gt;</c> the converter that is meant.</summary>
    public static ITypeSymbol Close(ITypeSymbol converter, ITypeSymbol? type) =>
        converter is INamedTypeSymbol { IsUnboundGenericType: true } unbound
            && type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Length == unbound.Arity
            ? unbound.OriginalDefinition.Construct([.. arguments])
            : converter;

    /// <summary>The type that a converter is for, null if it is no converter.</summary>
    private static ITypeSymbol? FindConverted(INamedTypeSymbol converter)
    {
        for (var type = converter.BaseType; type is not null; type = type.BaseType)
        {
            if (type is { MetadataName: "XmlRpcConverter`1" } && type.ContainingNamespace.IsNearcall())
            {
                return type.TypeArguments[0];
            }
        }

        return null;
    }

    private bool TryHold(ITypeSymbol type, INamedTypeSymbol converter, bool isOfType, string path, out ParsedValue? value)
    {
        value = null;
        if (FindWhyNotMade(converter) is { } why)
        {
            Report(path, type, $"the converter '{converter.InMessages()}' {why}", TypeProblem.Converter);
            return true;
        }

        var home = converter.Home();
        var space = home.Length == 0 ? TypeText.Root : $"{TypeText.Root}.{home}";
        var model = new HeldConverterModel(space, converter.Token() + "Instance", converter.AtRunTime(), converter.InMessages());
        if (!_names.ContainsKey((model.Namespace, model.Name)))
        {
            _names.Add((model.Namespace, model.Name), true);
            _converters.Add(model);
        }

        var takesNull = FindConverted(converter)!.MayBeNull();
        value = ParsedValue.ByConverter(model.Instance, kind: null) with
        {
            WritesNull = takesNull,
            ReadsNil = takesNull,
            Variant = isOfType ? "" : $"_By_{converter.Token()}",
        };
        return true;
    }

    private string? FindWhyNotMade(INamedTypeSymbol converter) =>
        !compilation.IsSymbolAccessibleWithin(converter, compilation.Assembly) ? "is not accessible to generated code"
        : converter.IsAbstract ? "is abstract"
        : !converter.InstanceConstructors.Any(static one => one is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public })
            ? "has no public constructor without parameters"
        : null;
}
