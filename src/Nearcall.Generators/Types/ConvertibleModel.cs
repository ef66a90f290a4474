using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>A type whose converter is asked for by type argument or by attribute, so that it must be registered.</summary>
/// <param name="Type">The type, fully qualified, with the annotations of what it is made of.</param>
/// <param name="RunTimeType">The same as it is at run time: two types that are one there have one converter.</param>
/// <param name="Converter">The expression of its converter.</param>
/// <param name="Converters">The converters that this one needs, itself included.</param>
internal sealed record ConvertibleModel(string Type, string RunTimeType, string Converter, EquatableArray<ConverterModel> Converters);
