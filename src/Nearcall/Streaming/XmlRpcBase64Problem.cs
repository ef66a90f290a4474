namespace Nearcall;

/// <summary>What is wrong with base64 that is decoded piece by piece (R33).</summary>
internal enum XmlRpcBase64Problem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no base64 by any reading.</summary>
    Malformed,

    /// <summary>It has <c>-</c> and <c>_</c>, and the dialect refuses them.</summary>
    UrlAlphabet,

    /// <summary>It lacks a closing <c>=</c>, and the dialect refuses that.</summary>
    MissingPadding,
}
