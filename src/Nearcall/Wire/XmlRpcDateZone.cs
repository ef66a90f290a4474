namespace Nearcall;

/// <summary>What a writer does with a date that has a zone (R31).</summary>
public enum XmlRpcDateZone
{
    /// <summary>The date is refused.</summary>
    Refuse,

    /// <summary>The date is converted to UTC and written without a zone.</summary>
    ConvertToUtc,

    /// <summary>The date is written with its zone: <c>Z</c> for UTC, else <c>+02:00</c>.</summary>
    Write,
}
