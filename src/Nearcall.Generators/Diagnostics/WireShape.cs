using System.Collections.Immutable;

namespace Nearcall.Generators.Diagnostics;

/// <summary>What a value of some type looks like from outside.</summary>
/// <param name="Kind">The element that it travels in; <see cref="Any"/> where that is not known.</param>
/// <param name="Text">All of it, down to the names of members.</param>
/// <param name="Extensions">The parts that the protocol as it was written has no place for.</param>
internal sealed record WireShape(string Kind, string Text, ImmutableArray<WireExtension> Extensions)
{
    /// <summary>The kind of a value that may be of any.</summary>
    public const string Any = "any";

    public const string Struct = "struct";

    public const string Array = "array";

    public static WireShape Of(string kind) => new(kind, kind, ImmutableArray<WireExtension>.Empty);

    /// <summary>Whether a server could take a value of the one for one of the other.</summary>
    public bool LooksLike(WireShape other) => Kind == other.Kind || Kind == Any || other.Kind == Any;
}

/// <summary>A part of a value that needs an extension.</summary>
/// <param name="Path">From the type to the part, such as <c>Order.Total</c>.</param>
/// <param name="Problem">What is special about it, and what to do.</param>
internal sealed record WireExtension(string Path, string Problem);
