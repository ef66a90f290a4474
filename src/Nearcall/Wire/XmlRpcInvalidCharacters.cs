namespace Nearcall;

/// <summary>What a writer does with characters that XML cannot carry (R22).</summary>
public enum XmlRpcInvalidCharacters
{
    /// <summary>The text is refused. Send such data as base64.</summary>
    Refuse,

    /// <summary>Each becomes U+FFFD, the replacement character.</summary>
    Replace,

    /// <summary>Each is left out.</summary>
    Remove,
}
