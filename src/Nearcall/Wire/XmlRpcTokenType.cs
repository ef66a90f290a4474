namespace Nearcall;

/// <summary>What <see cref="XmlRpcReader.Read"/> moved past.</summary>
public enum XmlRpcTokenType : byte
{
    /// <summary>Nothing has been read yet.</summary>
    None,

    /// <summary>A whole value that is neither struct nor array; <see cref="XmlRpcReader.Kind"/> says which.</summary>
    Scalar,

    /// <summary>The start of an array.</summary>
    StartArray,

    /// <summary>The end of an array.</summary>
    EndArray,

    /// <summary>The start of a struct.</summary>
    StartStruct,

    /// <summary>The name of a member; its value comes next.</summary>
    MemberName,

    /// <summary>The end of a struct.</summary>
    EndStruct,
}
