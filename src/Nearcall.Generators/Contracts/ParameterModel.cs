using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>Where an argument comes from.</summary>
internal enum ParameterSource
{
    /// <summary>The wire: one argument, or one member in <c>ParameterStyle.Struct</c>.</summary>
    Wire,

    /// <summary>The wire: all arguments that are left, <c>params</c>.</summary>
    Rest,

    /// <summary>The wire: base64 that is read while it arrives.</summary>
    Octets,

    /// <summary>The caller of a client, the context of a call on a server.</summary>
    CancellationToken,

    /// <summary>The context of a call on a server.</summary>
    Filled,
}

/// <summary>A parameter of a method.</summary>
/// <param name="Name">The C# name in generated code, a keyword with its at sign.</param>
/// <param name="WireName">The name in help and errors, that of the member in <c>ParameterStyle.Struct</c>.</param>
/// <param name="Type">The type, with its nullable annotation.</param>
/// <param name="PlainType">The type as <c>typeof</c> wants it.</param>
/// <param name="Source">Where the argument comes from.</param>
/// <param name="Value">How the argument, or an item of the rest, travels; null where it does not.</param>
/// <param name="Default">The expression for an argument that is missing; null where it must be there.</param>
/// <param name="Filled">The expression that fills the parameter in on a server, of <c>context</c>.</param>
/// <param name="Omission">The condition, of <c>{value}</c>, under which a member is written; null for always.</param>
/// <param name="Rest">How the rest is handled; null for other parameters.</param>
internal sealed record ParameterModel(
    string Name,
    string WireName,
    string Type,
    string PlainType,
    ParameterSource Source,
    ValueModel? Value = null,
    string? Default = null,
    string? Filled = null,
    string? Omission = null,
    RestModel? Rest = null)
{
    public bool IsOnWire => Source is ParameterSource.Wire or ParameterSource.Rest or ParameterSource.Octets;
}

/// <summary>A parameter that takes all arguments that are left.</summary>
/// <param name="HeldType">The type that holds the items until they are written: an array in place of a span.</param>
/// <param name="Hold">The expression, of <c>{value}</c>, that makes it of the parameter.</param>
/// <param name="Spread">The expression, of <c>{value}</c>, that makes the parameter of a list.</param>
/// <param name="IsNullable">Whether it may be null, which is the same as empty.</param>
internal sealed record RestModel(string HeldType, string Hold, string Spread, bool IsNullable);
