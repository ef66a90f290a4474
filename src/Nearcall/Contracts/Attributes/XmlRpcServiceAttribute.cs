namespace Nearcall;

/// <summary>
/// Makes a contract of a partial interface or class: the compiler writes the client, the server's side and the description of its
/// methods.
/// </summary>
/// <remarks>
/// Every method of an interface belongs to the contract, those of the interfaces that it extends included; one with a body only if
/// it has <see cref="XmlRpcMethodAttribute"/>. Of a class belong the methods that have that attribute and those that implement a
/// contract, which gives their names and their help.
/// </remarks>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class XmlRpcServiceAttribute : Attribute
{
    /// <summary>Makes a contract whose methods have no common prefix.</summary>
    public XmlRpcServiceAttribute()
    {
    }

    /// <summary>Makes a contract whose methods have a common prefix.</summary>
    /// <param name="prefix">See <see cref="Prefix"/>.</param>
    public XmlRpcServiceAttribute(string prefix) => Prefix = prefix;

    /// <summary>
    /// What stands before the name of each method, for example <c>aria2</c> for <c>aria2.addUri</c>. A point joins the two unless the
    /// prefix ends in <c>.</c>, <c>:</c> or <c>/</c>. Default: null, no prefix.
    /// </summary>
    public string? Prefix { get; }

    /// <summary>
    /// How the names of methods are made that <see cref="XmlRpcMethodAttribute"/> gives none. Default:
    /// <see cref="XmlRpcNaming.AsWritten"/>.
    /// </summary>
    public XmlRpcNaming Naming { get; set; }
}
