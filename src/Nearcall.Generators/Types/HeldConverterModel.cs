namespace Nearcall.Generators.Types;

/// <summary>The one instance of a converter that a user wrote.</summary>
/// <param name="Namespace">See <see cref="ConverterModel"/>.</param>
/// <param name="Name">See <see cref="ConverterModel"/>.</param>
/// <param name="Converter">The user's class, fully qualified.</param>
/// <param name="Shown">The same for people.</param>
internal sealed record HeldConverterModel(string Namespace, string Name, string Converter, string Shown)
    : ConverterModel(Namespace, Name, Converter, Shown);
