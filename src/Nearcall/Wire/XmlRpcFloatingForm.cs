namespace Nearcall;

/// <summary>What the text of a floating-point number turned out to be.</summary>
internal enum XmlRpcFloatingForm
{
    /// <summary>No number.</summary>
    Malformed,

    /// <summary>Decimal point notation (R17).</summary>
    Decimal,

    /// <summary>A number with an exponent.</summary>
    Exponent,

    /// <summary>A word for infinity, or for what is no number (R18).</summary>
    NonFinite,
}
