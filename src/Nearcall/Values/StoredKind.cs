namespace Nearcall;

/// <summary>
/// What a value whose content fits into its bits keeps where the others keep their content: its kind and, of a date, the zone. So a
/// value is two words long, which travel in registers, and arrays of values are as short as can be.
/// </summary>
/// <param name="Kind">A number, a boolean or a date.</param>
/// <param name="Zone">See <see cref="XmlRpcDateTime.Zone"/>; 0 for what is no date.</param>
internal sealed record StoredKind(XmlRpcKind Kind, short Zone = 0)
{
    public static readonly StoredKind Int = new(XmlRpcKind.Int);
    public static readonly StoredKind Boolean = new(XmlRpcKind.Boolean);
    public static readonly StoredKind Double = new(XmlRpcKind.Double);
    public static readonly StoredKind I8 = new(XmlRpcKind.I8);
    public static readonly StoredKind I1 = new(XmlRpcKind.I1);
    public static readonly StoredKind I2 = new(XmlRpcKind.I2);
    public static readonly StoredKind Float = new(XmlRpcKind.Float);

    private static readonly StoredKind DateWithoutZone = new(XmlRpcKind.DateTime);

    /// <summary>The kind of a date; one with a zone has an object of its own, for such dates are rare.</summary>
    public static StoredKind Date(short zone) => zone == 0 ? DateWithoutZone : new(XmlRpcKind.DateTime, zone);
}
