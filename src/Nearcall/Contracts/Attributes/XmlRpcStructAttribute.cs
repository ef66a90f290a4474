namespace Nearcall;

/// <summary>
/// Says how a record, class or struct travels as an XML-RPC struct. Not needed where the defaults are right.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class XmlRpcStructAttribute : Attribute
{
    /// <summary>
    /// How the names of members are made that <see cref="XmlRpcMemberAttribute"/> gives none. Default:
    /// <see cref="XmlRpcNaming.AsWritten"/>.
    /// </summary>
    public XmlRpcNaming Naming { get; set; }
}
