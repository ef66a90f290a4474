using Nearcall.Generators.Text;

namespace Nearcall.Generators.Types;

/// <summary>The converter of a record, class or struct, which travels as a struct.</summary>
/// <param name="Namespace">See <see cref="ConverterModel"/>.</param>
/// <param name="Name">See <see cref="ConverterModel"/>.</param>
/// <param name="Type">See <see cref="ConverterModel"/>.</param>
/// <param name="Shown">See <see cref="ConverterModel"/>.</param>
/// <param name="IsReference">Whether it is a class.</param>
/// <param name="Members">Its members, as they are declared, those that only a constructor knows at the end.</param>
internal sealed record StructModel(
    string Namespace, string Name, string Type, string Shown, bool IsReference, EquatableArray<MemberModel> Members)
    : ConverterModel(Namespace, Name, Type, Shown);

/// <summary>One member of a struct.</summary>
/// <param name="Name">Its name in C#, escaped.</param>
/// <param name="WireName">Its name on the wire; null if it does not travel.</param>
/// <param name="Read">How it is read; null if its value is passed over.</param>
/// <param name="Write">How it is written; null if it is not.</param>
/// <param name="Binding">Where its value goes.</param>
internal sealed record MemberModel(string Name, string? WireName, ValueModel? Read, ValueModel? Write, MemberBinding Binding)
{
    /// <summary>The type of its value while the struct is read.</summary>
    public string Type => Read?.Type ?? LocalType;

    /// <summary>See <see cref="Type"/>, for a member that is not read.</summary>
    public string LocalType { get; init; } = "";

    /// <summary>The position in the constructor's parameters, if it is bound there.</summary>
    public int Position { get; init; }

    /// <summary>Whether a struct without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The expression that stands for it until it is read.</summary>
    public string Default { get; init; } = "default";

    /// <summary>What is true where it is written, with <c>{value}</c> for it; null if it always is.</summary>
    public string? IsWritten { get; init; }

    /// <summary>What reaches the accessor, if it is bound by one.</summary>
    public AccessorModel? Accessor { get; init; }
}

/// <summary>Where the value of a member goes.</summary>
internal enum MemberBinding
{
    /// <summary>Nowhere: it is only written.</summary>
    None,

    /// <summary>Into a parameter of the constructor.</summary>
    Constructor,

    /// <summary>Into the object initializer.</summary>
    Initializer,

    /// <summary>Into the finished object, if the member was there: an initializer of the user's stays otherwise.</summary>
    Assignment,

    /// <summary>The same for an <c>init</c> property of a struct, by <c>with</c>.</summary>
    Copy,

    /// <summary>The same for an <c>init</c> property of a class, by its accessor: an object initializer would set it always.</summary>
    Accessor,
}
