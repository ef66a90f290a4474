namespace Nearcall;

/// <summary>Says how a method of a contract is called.</summary>
/// <remarks>
/// A synchronous and an asynchronous method may have one name: they are two forms of one procedure. Other methods of one name are
/// told apart by the number and the kinds of their arguments.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class XmlRpcMethodAttribute : Attribute
{
    /// <summary>Names the method after its C# name, without <c>Async</c> at its end, as <see cref="XmlRpcServiceAttribute.Naming"/> says.</summary>
    public XmlRpcMethodAttribute()
    {
    }

    /// <summary>Names the method.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    public XmlRpcMethodAttribute(string name) => Name = name;

    /// <summary>
    /// The name on the wire (R07 to R09), to which the prefix of the contract is added. Default: null, after the C# name.
    /// </summary>
    public string? Name { get; }

    /// <summary>
    /// Whether calling the method twice is the same as calling it once, so that a client may try again where it cannot know whether a
    /// call was executed. Default: <see langword="false"/>.
    /// </summary>
    public bool Idempotent { get; set; }

    /// <summary>
    /// How long a call from a client may take, in milliseconds. The shortest of this, the client's and the call's time-out counts.
    /// Default: 0, no limit of its own. Range: 0 to 2147483647.
    /// </summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>Whether introspection leaves the method out (R60). It can be called all the same. Default: <see langword="false"/>.</summary>
    public bool Hidden { get; set; }

    /// <summary>How the arguments travel. Default: <see cref="XmlRpcParameterStyle.Positional"/>.</summary>
    public XmlRpcParameterStyle ParameterStyle { get; set; }
}
