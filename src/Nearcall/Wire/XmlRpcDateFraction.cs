namespace Nearcall;

/// <summary>What a writer does with a fraction of a second (R30).</summary>
public enum XmlRpcDateFraction
{
    /// <summary>The date is refused.</summary>
    Refuse,

    /// <summary>The fraction is cut off, towards the past.</summary>
    Truncate,

    /// <summary>The fraction is written after a period, without trailing zeros.</summary>
    Write,
}
