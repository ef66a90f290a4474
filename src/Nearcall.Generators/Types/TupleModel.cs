using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The converter of a tuple, which travels as an array of just as many items.</summary>
/// <param name="Namespace">See <see cref="ConverterModel"/>.</param>
/// <param name="Name">See <see cref="ConverterModel"/>.</param>
/// <param name="Type">See <see cref="ConverterModel"/>.</param>
/// <param name="Shown">See <see cref="ConverterModel"/>.</param>
/// <param name="IsReference">Whether it is a <c>Tuple</c>, not a <c>ValueTuple</c>.</param>
/// <param name="Items">Its items.</param>
internal sealed record TupleModel(
    string Namespace, string Name, string Type, string Shown, bool IsReference, EquatableArray<ValueModel> Items)
    : ConverterModel(Namespace, Name, Type, Shown);
