using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The converter of an enum.</summary>
/// <param name="Namespace">See <see cref="ConverterModel"/>.</param>
/// <param name="Name">See <see cref="ConverterModel"/>.</param>
/// <param name="Type">See <see cref="ConverterModel"/>.</param>
/// <param name="Shown">See <see cref="ConverterModel"/>.</param>
/// <param name="IsByName">Whether it travels as its name.</param>
/// <param name="IsFlags">Whether values may be combined.</param>
/// <param name="IsWide">Whether its numbers are 64 bits wide on the wire.</param>
/// <param name="Underlying">The type that it is made of, such as <c>byte</c>.</param>
/// <param name="Values">Its values as they are declared, those that do not travel left out.</param>
internal sealed record EnumModel(
    string Namespace,
    string Name,
    string Type,
    string Shown,
    bool IsByName,
    bool IsFlags,
    bool IsWide,
    string Underlying,
    EquatableArray<EnumValueModel> Values) : ConverterModel(Namespace, Name, Type, Shown);

/// <summary>One value of an enum.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Number">Its number.</param>
internal sealed record EnumValueModel(string Name, string WireName, decimal Number);
