namespace Nearcall;

/// <summary>What the text of a whole number turned out to be.</summary>
internal enum XmlRpcNumberStatus
{
    /// <summary>A number of at most 64 bits.</summary>
    Parsed,

    /// <summary>No whole number (R13).</summary>
    Malformed,

    /// <summary>A number of more than 64 bits.</summary>
    Overflow,
}
