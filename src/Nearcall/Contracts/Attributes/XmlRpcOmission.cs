namespace Nearcall;

/// <summary>When a member of a struct is left out.</summary>
public enum XmlRpcOmission
{
    /// <summary>It is always written.</summary>
    Never,

    /// <summary>Left out where it is null: what most servers expect of a member that is not set.</summary>
    WhenNull,

    /// <summary>Left out where it has the default value of its type: null, zero, <see langword="false"/>.</summary>
    WhenDefault,
}
