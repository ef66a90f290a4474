namespace Nearcall;

/// <summary>How a base64 text departs from the alphabet and the padding of the specification (R33).</summary>
[Flags]
internal enum XmlRpcBase64Departures
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It has <c>-</c> and <c>_</c> for <c>+</c> and <c>/</c>.</summary>
    UrlAlphabet = 1,

    /// <summary>It lacks a closing <c>=</c>.</summary>
    MissingPadding = 2,
}
