using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>A type whose converter is asked for by type argument or by attribute, so that it must be registered.</summary>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Converter">The expression of its converter.</param>
/// <param name="Converters">The converters that this one needs, itself included.</param>
internal sealed record ConvertibleModel(string Type, string Converter, EquatableArray<ConverterModel> Converters);
