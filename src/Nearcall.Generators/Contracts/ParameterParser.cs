using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Parses the parameters of one method.</summary>
internal sealed class ParameterParser
{
    // The names that the code around the parameters uses.
    private static readonly string[] Taken = ["caller", "service", "method", "arguments", "context", "writer", "item"];

    private readonly TypeParser _types;
    private readonly bool _isStruct;
    private readonly Names _names = new(Taken);

    private ParameterParser(TypeParser types, bool isStruct)
    {
        _types = types;
        _isStruct = isStruct;
    }

    /// <summary>Parses all parameters; null where one of them cannot travel.</summary>
    public static IReadOnlyList<ParameterModel>? Parse(IMethodSymbol method, bool isStruct, TypeParser types)
    {
        var parser = new ParameterParser(types, isStruct);
        var parameters = new List<ParameterModel>();
        foreach (var symbol in method.Parameters)
        {
            if (parser.Parse(symbol) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        return IsStreamInPlace(parameters, isStruct) ? parameters : null;
    }

    // A stream is read while it arrives: nothing of the wire can follow it.
    private static bool IsStreamInPlace(List<ParameterModel> parameters, bool isStruct)
    {
        var wire = parameters.FindAll(static parameter => parameter.IsOnWire);
        var stream = wire.FindIndex(static parameter => parameter.Source == ParameterSource.Octets);
        return stream < 0 || (stream == wire.Count - 1 && !isStruct);
    }

    private ParameterModel? Parse(IParameterSymbol symbol)
    {
        if (symbol.Name.Length == 0 || symbol.RefKind != RefKind.None || symbol.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            return null;
        }

        var source = symbol.Type.OriginalDefinition.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
        var parameter = new ParameterModel(
            LocalName(symbol.Name), symbol.Name, symbol.Type.ToCode(), symbol.Type.ToPlainCode(), ParameterSource.Filled);
        if (FilledParameter.Find(symbol) is { } filled)
        {
            var isToken = source == KnownNames.CancellationToken;
            return parameter with { Source = isToken ? ParameterSource.CancellationToken : ParameterSource.Filled, Filled = filled };
        }

        if (source == KnownNames.Stream)
        {
            return parameter with { Source = ParameterSource.Octets };
        }

        if (symbol.IsParams && !_isStruct)
        {
            return ParseRest(symbol, parameter);
        }

        return _types.Parse(symbol.Type, symbol.GetAttributes(), symbol.Name) is { } value
            ? Complete(symbol, parameter with { Source = ParameterSource.Wire, Value = value })
            : null;
    }

    private ParameterModel Complete(IParameterSymbol symbol, ParameterModel parameter)
    {
        var defaultValue = symbol.IsOptional ? DefaultValue.Of(symbol) : null;
        return _isStruct
            ? StructParameter.Complete(symbol, parameter with { Default = defaultValue })
            : parameter with { Default = defaultValue };
    }

    private ParameterModel? ParseRest(IParameterSymbol symbol, ParameterModel parameter)
    {
        if (RestParameter.ItemType(symbol.Type) is not { } item || _types.Parse(item, symbol.GetAttributes(), symbol.Name + "[]") is not { } value)
        {
            return null;
        }

        return parameter with
        {
            Source = ParameterSource.Rest,
            Value = value,
            PlainType = symbol.Type.IsRefLikeType ? value.Type + "[]" : parameter.PlainType,
            Rest = RestParameter.Of(symbol.Type, value),
        };
    }

    // A large first letter is that of a member, of the class or of a tuple, to the compiler.
    private string LocalName(string name) =>
        _names.Take(char.IsUpper(name[0]) ? name.ToSmallFirst() + "Argument" : name.ToIdentifier());
}
