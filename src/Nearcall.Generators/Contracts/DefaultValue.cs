using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>Writes constants as expressions, the same on every machine.</summary>
internal static class DefaultValue
{
    /// <summary>The expression of the default value of an optional parameter.</summary>
    public static string Of(IParameterSymbol parameter)
    {
        var value = parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;
        if (value is not null)
        {
            return Of(parameter.Type, value);
        }

        if (!parameter.Type.IsReferenceType)
        {
            return parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default";
        }

        return parameter.Type.NullableAnnotation == NullableAnnotation.Annotated ? "null" : "null!";
    }

    /// <summary>The expression of a constant of a type.</summary>
    public static string Of(ITypeSymbol? type, object? value)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is { TypeKind: TypeKind.Enum } && value is not null ? OfEnum(type, value) : OfPrimitive(value);
    }

    private static string OfEnum(ITypeSymbol type, object value)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && field.ConstantValue!.Equals(value))
            {
                return $"{type.ToPlainCode()}.{field.Name.ToIdentifier()}";
            }
        }

        return $"({type.ToPlainCode()})({OfPrimitive(value)})";
    }

    private static string OfPrimitive(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        double number => OfDouble(number),
        float number => OfSingle(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        DateTime time => $"new global::System.DateTime({time.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        short number => $"(short)({number.ToString(CultureInfo.InvariantCulture)})",
        ushort number => $"(ushort){number.ToString(CultureInfo.InvariantCulture)}",
        sbyte number => $"(sbyte)({number.ToString(CultureInfo.InvariantCulture)})",
        byte number => $"(byte){number.ToString(CultureInfo.InvariantCulture)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    private static string OfDouble(double number) =>
        double.IsNaN(number) ? "double.NaN"
        : double.IsPositiveInfinity(number) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? "double.NegativeInfinity"
        : number == 0 && double.IsNegativeInfinity(1 / number) ? "-0D"
        : number.ToString("R", CultureInfo.InvariantCulture) + "D";

    private static string OfSingle(float number) =>
        float.IsNaN(number) ? "float.NaN"
        : float.IsPositiveInfinity(number) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(number) ? "float.NegativeInfinity"
        : number == 0 && float.IsNegativeInfinity(1 / number) ? "-0F"
        : number.ToString("R", CultureInfo.InvariantCulture) + "F";
}
