namespace Nearcall;

/// <summary>What an answer holds.</summary>
public enum XmlRpcResponseType : byte
{
    /// <summary>A result.</summary>
    Result,

    /// <summary>A fault.</summary>
    Fault,

    /// <summary>Neither, which <see cref="XmlRpcDialect.AllowMissingResult"/> reads as nil (R45).</summary>
    Empty,
}
