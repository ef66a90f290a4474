namespace Nearcall;

/// <summary>Says how a property, a field or a parameter travels as a member of a struct, or what a value of an enum is called.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class XmlRpcMemberAttribute : Attribute
{
    /// <summary>Leaves the name to <see cref="XmlRpcStructAttribute.Naming"/>.</summary>
    public XmlRpcMemberAttribute()
    {
    }

    /// <summary>Names the member.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    public XmlRpcMemberAttribute(string name) => Name = name;

    /// <summary>The name of the member (R37). Default: null, after the C# name.</summary>
    public string? Name { get; }

    /// <summary>When the member is not written at all. Default: <see cref="XmlRpcOmission.Never"/>.</summary>
    public XmlRpcOmission Omit { get; set; }

    /// <summary>
    /// Whether a struct without the member is refused. Default: yes for a constructor's parameter that has neither a default value nor
    /// a nullable type, and for a <see langword="required"/> property; no for all else, and where <see cref="Omit"/> leaves it out.
    /// </summary>
    public bool Required { get; set; }

    /// <summary>Whether the member does not travel at all. Default: <see langword="false"/>.</summary>
    public bool Ignore { get; set; }
}
