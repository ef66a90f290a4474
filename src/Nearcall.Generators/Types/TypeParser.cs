using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>Finds how values travel. One serves one parse, and collects what its values need.</summary>
internal sealed class TypeParser(Compilation compilation)
{
    private readonly List<TypeProblem> _problems = [];

    /// <summary>The converters that the parsed values need.</summary>
    public IReadOnlyCollection<ConverterModel> Converters { get; } = [];

    /// <summary>Why types could not be parsed.</summary>
    public IReadOnlyList<TypeProblem> Problems => _problems;

    /// <summary>Finds how a value travels; null, and a problem more, where it cannot.</summary>
    public ValueModel? Parse(ITypeSymbol type, ImmutableArray<AttributeData> placeAttributes, string path)
    {
        _ = compilation;
        _ = placeAttributes;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.Delegate or TypeKind.FunctionPointer or TypeKind.Error or TypeKind.Dynamic
            || type.IsRefLikeType || type.SpecialType == SpecialType.System_Object)
        {
            _problems.Add(new TypeProblem(path, $"{type.Name} has no XML-RPC form"));
            return null;
        }

        var nullable = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        var name = type.SpecialType switch
        {
            SpecialType.System_Int32 => "Int32",
            SpecialType.System_Int64 => "Int64",
            SpecialType.System_Int16 => "Int16",
            SpecialType.System_SByte => "SByte",
            SpecialType.System_Boolean => "Boolean",
            SpecialType.System_Double => "Double",
            SpecialType.System_Single => "Single",
            SpecialType.System_String when !nullable => "String",
            _ => null,
        };
        var plain = type.ToPlainCode();
        var converter = $"global::Nearcall.XmlRpcConverter.{(nullable ? "ForNullable" : "For")}<{plain}>()";
        return name is null
            ? new ValueModel(
                type.ToCode(),
                $"{converter}.Read(ref {{reader}})",
                $"{converter}.Write(ref {{writer}}, {{value}});",
                $"{converter}.Kind",
                converter)
            : new ValueModel(
                type.ToCode(), $"{{reader}}.Read{name}()", $"{{writer}}.Write{name}({{value}});", Kind(type.SpecialType), converter);
    }

    private static string Kind(SpecialType type) => "global::Nearcall.XmlRpcKind." + type switch
    {
        SpecialType.System_Int32 => "Int",
        SpecialType.System_Int64 => "I8",
        SpecialType.System_Int16 => "I2",
        SpecialType.System_SByte => "I1",
        SpecialType.System_Single => "Float",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Double => "Double",
        _ => "String",
    };
}
