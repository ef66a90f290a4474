namespace Nearcall;

/// <summary>
/// Says what stands for null in a property, field, parameter or result, where the peer has a habit of its own. Without it null is
/// nil (R70). To leave a member out instead, see <see cref="XmlRpcMemberAttribute.Omit"/>.
/// </summary>
/// <param name="form">See <see cref="Form"/>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class XmlRpcNilAttribute(XmlRpcNilForm form) : Attribute
{
    /// <summary>What stands for null. Nil itself is read as null in any case.</summary>
    public XmlRpcNilForm Form { get; } = form;
}
