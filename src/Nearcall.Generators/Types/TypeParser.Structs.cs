using Microsoft.CodeAnalysis;
using Nearcall.Generators.Contracts;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

internal sealed partial class TypeParser
{
    private const string IsNotNull = "{value} is not null";

    private StructModel? ParseStruct(INamedTypeSymbol type, string space, string name, string path)
    {
        if (StructMembers.FindInaccessible(type, compilation).FirstOrDefault() is { } hidden)
        {
            Report(
                $"{PathOf(path, type)}.{hidden.Name}", type, "the member is not accessible to generated code: make it internal or public");
            return null;
        }

        var members = StructMembers.Find(type, compilation);
        if (StructConstructor.Choose(type, members, compilation) is not { } constructor)
        {
            Report(path, type, "it has no constructor that generated code could call: make one internal or public");
            return null;
        }

        if (FindUnknownParameter(constructor) is { } unknown)
        {
            Report(
                path,
                type,
                $"the parameter '{unknown.Name}' of its constructor is no member: it needs a public property or field of that name and "
                    + "type, a default value, or another constructor");
            return null;
        }

        var naming = type.GetAttributes().Find(ContractAttributes.Struct).Get<int>("Naming");
        var models = new List<MemberModel>();
        var isGood = true;
        foreach (var member in members)
        {
            var position = constructor.PositionOf(member);
            var parameter = position < 0 ? null : constructor.Method.Parameters[position];
            var model = ParseMember(type, member, parameter, constructor, naming, models, path, ref isGood);
            if (model is not null)
            {
                models.Add(model);
            }
        }

        if (isGood && models.TrueForAll(static model => model.WireName is null) && StructMembers.KeepsSomething(type))
        {
            Report(path, type, "none of its members can be read back: it needs public properties that can be set, or a converter");
            return null;
        }

        models.AddRange(Unmatched(constructor));
        return isGood
            ? new StructModel(space, name, type.InConverter(), type.InMessages(), type.IsReferenceType, models.ToEquatableArray())
            : null;
    }

    private MemberModel? ParseMember(
        INamedTypeSymbol type,
        StructMember member,
        IParameterSymbol? parameter,
        StructConstructor constructor,
        int naming,
        List<MemberModel> before,
        string path,
        ref bool isGood)
    {
        var attributes = parameter is null ? member.Attributes : parameter.GetAttributes().AddRange(member.Attributes);
        var attribute = attributes.Find(ContractAttributes.Member);
        var mustBeSet = parameter is not null || (member.IsRequired && !constructor.SetsRequiredMembers);
        var wireName = attribute.First<string>() ?? Naming.Apply(member.Name, naming);
        var travels = attribute.NamedBoolean("Ignore") != true
            && (mustBeSet || member.Setter != MemberSetter.None || attribute is not null);
        var same = travels ? before.Find(other => other.WireName == wireName) : null;
        if (same is not null)
        {
            ReportSameName($"{PathOf(path, type)}.{member.Name}", type, wireName, same.Name);
        }

        var isHere = travels && same is null;
        if (!isHere && !mustBeSet)
        {
            return null;
        }

        var omit = attribute.NamedEnum("Omit") ?? "Never";
        var readType = parameter?.Type ?? member.Type;
        var isRequired = attribute.NamedBoolean("Required") ?? (omit == "Never" && IsRequired(member, parameter));
        var binding = parameter is not null ? MemberBinding.Constructor : Bind(type, member, constructor, isRequired || mustBeSet);
        var model = new MemberModel(member.Name.ToIdentifier(), isHere ? wireName : null, null, null, binding)
        {
            LocalType = readType.InCode(),
            Position = parameter?.Ordinal ?? 0,
            IsRequired = isHere && isRequired,
            Default = DefaultOf(readType, parameter),
            IsWritten = isHere ? IsWrittenWhen(member.Type, omit) : null,
            Accessor = binding == MemberBinding.Accessor ? InitAccessor.Describe((IPropertySymbol)member.Symbol) : null,
        };
        if (!isHere)
        {
            return model;
        }

        var memberPath = $"{PathOf(path, type)}.{member.Name}";
        var place = Place.Of(attributes);
        var write = ParseValue(member.Type, place, memberPath);
        var read = binding == MemberBinding.None || write is null ? null
            : SymbolEqualityComparer.IncludeNullability.Equals(readType, member.Type) ? write
            : ParseValue(readType, place, memberPath);
        isGood &= write is not null && (read is not null || binding == MemberBinding.None);
        return model with
        {
            Read = read?.Model,
            Write = model.IsWritten == IsNotNull && write is not null ? write.Model with { WriteCode = write.Content } : write?.Model,
        };
    }

    private static MemberBinding Bind(INamedTypeSymbol type, StructMember member, StructConstructor constructor, bool isAlwaysSet) =>
        member.Setter == MemberSetter.None ? MemberBinding.None
        : isAlwaysSet || (constructor.HasNoBody && member.HasNoInitialValue
            && SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type)) ? MemberBinding.Initializer
        : member.Setter == MemberSetter.Set ? MemberBinding.Assignment
        : type.IsValueType ? MemberBinding.Copy
        : MemberBinding.Accessor;

    private static bool IsRequired(StructMember member, IParameterSymbol? parameter) =>
        parameter is null ? member.IsRequired : !parameter.HasExplicitDefaultValue && !parameter.Type.MayBeNull();

    private static string DefaultOf(ITypeSymbol type, IParameterSymbol? parameter) =>
        parameter is { HasExplicitDefaultValue: true } ? DefaultValue.Of(parameter)
        : type.MayBeNull() ? "null"
        : type.IsReferenceType ? "null!"
        : "default";

    private static string? IsWrittenWhen(ITypeSymbol type, string omit) => omit switch
    {
        "WhenNull" or "WhenDefault" when !type.IsValueType || type.MayBeNull() => IsNotNull,
        "WhenDefault" => $"!global::System.Collections.Generic.EqualityComparer<{type.InConverter()}>.Default.Equals({{value}}, default)",
        _ => null,
    };

    private static IParameterSymbol? FindUnknownParameter(StructConstructor constructor) =>
        constructor.Method.Parameters.FirstOrDefault(parameter =>
            constructor.Members[parameter.Ordinal] is null && !parameter.HasExplicitDefaultValue);

    /// <summary>Parameters that are no members and have default values.</summary>
    private static IEnumerable<MemberModel> Unmatched(StructConstructor constructor) =>
        constructor.Method.Parameters
            .Where(parameter => constructor.Members[parameter.Ordinal] is null)
            .Select(static parameter => new MemberModel(parameter.Name.ToIdentifier(), null, null, null, MemberBinding.Constructor)
            {
                LocalType = parameter.Type.InCode(),
                Position = parameter.Ordinal,
                Default = DefaultValue.Of(parameter),
            });
}
