namespace Nearcall;

/// <summary>
/// Says how an enum travels, or one property, field, parameter or result of an enum. Without it an enum is its number.
/// </summary>
/// <remarks>What comes in and is none of the enum's values is refused; of an enum of flags, any combination of them is taken.</remarks>
/// <param name="form">See <see cref="Form"/>.</param>
[AttributeUsage(
    AttributeTargets.Enum | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class XmlRpcEnumAttribute(XmlRpcEnumForm form) : Attribute
{
    /// <summary>How the enum travels.</summary>
    public XmlRpcEnumForm Form { get; } = form;

    /// <summary>
    /// How the names of values are made that <see cref="XmlRpcMemberAttribute"/> gives none. Default:
    /// <see cref="XmlRpcNaming.AsWritten"/>. Of no use for numbers, and only on the enum itself.
    /// </summary>
    public XmlRpcNaming Naming { get; set; }
}
