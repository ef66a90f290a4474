namespace Nearcall;

/// <summary>How a client compresses what it sends.</summary>
public enum XmlRpcRequestCompression
{
    /// <summary>Calls are sent as they are. Every server reads them.</summary>
    None,

    /// <summary>Calls are sent with <c>Content-Encoding: gzip</c>. Most servers refuse them: ask yours first.</summary>
    Gzip,
}
