using Microsoft.CodeAnalysis;
using Nearcall.Generators.Text;

namespace Nearcall.Generators.Contracts;

/// <summary>What a parameter is as a member of the one struct that holds all arguments.</summary>
internal static class StructParameter
{
    private const int WhenNull = 1;
    private const int WhenDefault = 2;

    public static ParameterModel Complete(IParameterSymbol symbol, ParameterModel parameter)
    {
        var attribute = symbol.GetAttributes().Find(KnownNames.Member);
        var isNullable = symbol.Type.NullableAnnotation == NullableAnnotation.Annotated;
        var isRequired = attribute.Get("Required", otherwise: parameter.Default is null && !isNullable);
        return parameter with
        {
            WireName = attribute.First<string>() ?? parameter.WireName,
            Default = isRequired ? null : parameter.Default ?? (symbol.Type.IsReferenceType && !isNullable ? "null!" : "default"),
            Omission = attribute.Get<int>("Omit") switch
            {
                WhenNull when isNullable || symbol.Type.IsReferenceType => "{value} is not null",
                WhenDefault when symbol.Type.IsReferenceType => "{value} is not null",
                WhenDefault => $"!global::System.Collections.Generic.EqualityComparer<{parameter.PlainType}>.Default.Equals({{value}}, default)",
                _ => null,
            },
        };
    }
}
