using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;
using Nearcall.Generators.Types;

namespace Nearcall.Generators.Diagnostics;

/// <summary>Finds what values of types look like on the wire, by what the parser of the generator decided.</summary>
internal sealed class WireShapeBuilder(Compilation compilation)
{
    private readonly TypeParser _parser = new(compilation);
    private readonly HashSet<ITypeSymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>What is wrong with the types so far.</summary>
    public IReadOnlyList<TypeProblem> Problems => _parser.Problems;

    /// <summary>Gives the shape; null where the type has none: see <see cref="Problems"/>.</summary>
    public WireShape? Build(ITypeSymbol type, ImmutableArray<AttributeData> attributes) =>
        _parser.Parse(type, attributes, "") is null ? null : Shape(type, Place.Of(attributes), isOmitted: false, type.NotNull().InMessages());

    private WireShape Shape(ITypeSymbol type, Place place, bool isOmitted, string path)
    {
        var inner = type.NotNull();
        var content = HasConverter(inner, place) ? new WireShape(WireShape.Any, inner.InMessages(), []) : Content(inner, place.Inside, path);
        if (!type.MayBeNull())
        {
            return content;
        }

        var isNil = place.NilForm is null or "Nil";
        var text = content.Text + (isNil ? "?" : place.NilForm == "False" ? "|false" : "|empty");
        return isOmitted || !isNil
            ? content with { Text = text }
            : content with
            {
                Text = text,
                Extensions = content.Extensions.Add(new WireExtension(
                    path, "null travels as nil, an extension; say by [XmlRpcNil] or by Omit of [XmlRpcMember] what the peer expects instead")),
            };
    }

    private bool HasConverter(ITypeSymbol type, Place place) =>
        !place.Converters.IsEmpty
        || !ContractAttributes.FindConverters(type.GetAttributes()).IsEmpty
        || ContractAttributes.FindConverters(compilation.Assembly.GetAttributes())
            .Any(converter => converter.BaseType is { TypeArguments.Length: 1 } parent && parent.TypeArguments[0].IsSame(type));

    private WireShape Content(ITypeSymbol type, Place place, string path) =>
        type.TypeKind == TypeKind.Enum ? Enumeration((INamedTypeSymbol)type, place, path)
        : WireScalars.Find(type, path) is { } scalar ? scalar
        : CollectionForms.Find(type) is { } form ? Collection(type, form, place, path)
        : type is INamedTypeSymbol named && TypeParser.FindTuple(named) is { } items ? Tuple(items, path)
        : Struct(type);

    private WireShape Enumeration(INamedTypeSymbol type, Place place, string path)
    {
        var form = place.EnumForm ?? type.GetAttributes().Find(ContractAttributes.Enum)?.EnumArgument() ?? "Number";
        var model = _parser.Converters.OfType<EnumModel>().FirstOrDefault(model => model.Type == type.AtRunTime() && model.IsByName == (form == "Name"));
        return model is { IsByName: true } ? WireShape.Of("string") with { Text = $"string({string.Join("|", model.Values.Select(static value => value.WireName))})" }
            : model is { IsWide: true }
                ? WireShape.Of(WireScalars.Long) with
                {
                    Extensions = [new WireExtension(path, $"'{type.Display()}' travels as i8, an extension; use names, or numbers that an int holds")],
                }
            : WireShape.Of("int");
    }

    private WireShape Collection(ITypeSymbol type, CollectionForm form, Place place, string path)
    {
        // A class may derive from a list of itself.
        if (!_open.Add(type))
        {
            return WireShape.Of(form.Key is null ? WireShape.Array : WireShape.Struct) with { Text = type.InMessages() };
        }

        var item = Shape(form.Item, place, isOmitted: false, path + "[]");
        _open.Remove(type);
        return form.Key is null
            ? new WireShape(WireShape.Array, $"[{item.Text}]", item.Extensions)
            : new WireShape(WireShape.Struct, $"{{*: {item.Text}}}", item.Extensions);
    }

    private WireShape Tuple(ImmutableArray<ITypeSymbol> items, string path)
    {
        var shapes = items.Select((item, index) => Shape(item, Place.None, isOmitted: false, $"{path}[{index}]")).ToList();
        return new WireShape(
            WireShape.Array, $"[{string.Join(", ", shapes.Select(static shape => shape.Text))}]", [.. shapes.SelectMany(static shape => shape.Extensions)]);
    }

    private WireShape Struct(ITypeSymbol type)
    {
        // A type that contains itself is named the second time.
        if (_parser.Converters.OfType<StructModel>().FirstOrDefault(model => model.Type == type.InConverter()) is not { } model || !_open.Add(type))
        {
            return WireShape.Of(WireShape.Struct) with { Text = type.InMessages() };
        }

        var members = new SortedDictionary<string, WireShape>(StringComparer.Ordinal);
        foreach (var member in model.Members)
        {
            if (member is { WireName: { } name, Write: not null } && StructMembers.Find((INamedTypeSymbol)type, compilation)
                    .FirstOrDefault(symbol => symbol.Name.ToIdentifier() == member.Name) is { } symbol)
            {
                var shape = Shape(symbol.Type, Place.Of(Attributes(symbol)), member.IsWritten is not null, $"{type.InMessages()}.{symbol.Name}");
                members[name + (member.IsRequired ? "" : "?")] = shape;
            }
        }

        _open.Remove(type);
        return new WireShape(
            WireShape.Struct,
            $"{{{string.Join(", ", members.Select(static pair => $"{pair.Key}: {pair.Value.Text}"))}}}",
            [.. members.Values.SelectMany(static shape => shape.Extensions)]);
    }

    // Those of a record's parameter count too.
    private static ImmutableArray<AttributeData> Attributes(StructMember member) =>
        member.Symbol.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
            .FirstOrDefault(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
                && parameter.Type.IsSame(member.Type)) is { } parameter
            ? parameter.GetAttributes().AddRange(member.Attributes)
            : member.Attributes;
}
