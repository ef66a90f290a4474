using System.Globalization;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

internal sealed partial class TypeParser
{
    private ParsedValue? ParseEnum(INamedTypeSymbol type, Place place, string path)
    {
        if (!Accepts(type, place, path))
        {
            return null;
        }

        if (TypeObstacles.Find(type, compilation) is { } obstacle)
        {
            return Report(path, type, obstacle);
        }

        var attribute = type.GetAttributes().Find(ContractAttributes.Enum);
        var ownForm = attribute?.EnumArgument() ?? "Number";
        var form = place.EnumForm ?? ownForm;
        var isWide = type.EnumUnderlyingType!.SpecialType
            is SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;
        return Define(
            type,
            type.Token(),
            form == "Name" ? "String" : isWide ? "I8" : "Int",
            form == ownForm ? "" : $"_By{form}",
            (space, name) => ParseEnum(type, space, name, form == "Name", isWide, attribute.Get<int>("Naming"), path));
    }

    private EnumModel? ParseEnum(INamedTypeSymbol type, string space, string name, bool isByName, bool isWide, int naming, string path)
    {
        var values = new List<EnumValueModel>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue))
        {
            var member = field.GetAttributes().Find(ContractAttributes.Member);
            var wireName = member.First<string>() ?? Naming.Apply(field.Name, naming);
            if (member.NamedBoolean("Ignore") == true)
            {
                continue;
            }

            if (isByName && values.FirstOrDefault(value => value.WireName == wireName) is { } same)
            {
                ReportSameName($"{PathOf(path, type)}.{field.Name}", type, wireName, same.Name);
                continue;
            }

            var number = Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture);
            if (!isByName && number > long.MaxValue)
            {
                Report(
                    $"{PathOf(path, type)}.{field.Name}",
                    type,
                    "the number is greater than an i8 holds: let the enum travel by name, with [XmlRpcEnum(XmlRpcEnumForm.Name)]");
                return null;
            }

            values.Add(new EnumValueModel(field.Name.ToIdentifier(), wireName, number));
        }

        var isFlags = type.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "FlagsAttribute" } flags && flags.IsOfTheFramework());
        return new EnumModel(
            space,
            name,
            type.AtRunTime(),
            type.InMessages(),
            isByName,
            isFlags,
            isWide,
            type.EnumUnderlyingType!.ToDisplayString(),
            values.ToEquatableArray());
    }
}
