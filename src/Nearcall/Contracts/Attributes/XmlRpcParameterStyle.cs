namespace Nearcall;

/// <summary>How the arguments of a method travel.</summary>
public enum XmlRpcParameterStyle
{
    /// <summary>One parameter each, in their order.</summary>
    Positional,

    /// <summary>
    /// As the members of one struct, which is the only parameter: what Bugzilla and others expect. A parameter with a default value
    /// may be missing; <see cref="XmlRpcMemberAttribute"/> renames one.
    /// </summary>
    Struct,
}
