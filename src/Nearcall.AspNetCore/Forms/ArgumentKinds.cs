namespace Nearcall;

/// <summary>Which kinds of argument a parameter takes, and how far they are from its own.</summary>
internal static class ArgumentKinds
{
    public const int NotTaken = int.MaxValue;

    private const int Any = 100;

    /// <summary>How far an argument is from a parameter: 0 for its own kind, <see cref="NotTaken"/> for what no reader takes.</summary>
    public static int Distance(XmlRpcParameter parameter, XmlRpcKind argument) =>
        parameter.Kind is not { } kind ? Any
        : kind == argument ? 0
        : argument == XmlRpcKind.Nil ? (parameter.IsNullable ? 0 : NotTaken)
        : IsWhole(argument) ? FromWhole(kind, argument)
        : (kind, argument) is (XmlRpcKind.Double, XmlRpcKind.Float) or (XmlRpcKind.DateTime, XmlRpcKind.ExtensionDateTime) ? 1
        : NotTaken;

    /// <summary>Shows a parameter as its kind and name, in brackets where it may be left out.</summary>
    public static string Describe(XmlRpcParameter parameter)
    {
        var kind = parameter.Kind?.ElementName ?? "any";
        var name = parameter.Name is { } given ? $" {given}" : "";
        return parameter.IsVariadic ? $"[{kind}{name} …]"
            : parameter.IsOptional ? $"[{kind}{name}]"
            : $"{kind}{name}";
    }

    /// <summary>A wider type comes before one with a fraction, and that before one that the number may not fit.</summary>
    private static int FromWhole(XmlRpcKind parameter, XmlRpcKind argument) => parameter switch
    {
        XmlRpcKind.I8 when argument != XmlRpcKind.BigInteger => 1,
        XmlRpcKind.BigInteger => 2,
        XmlRpcKind.BigDecimal => 3,
        XmlRpcKind.Double when argument != XmlRpcKind.BigInteger => 4,
        XmlRpcKind.Int when argument is XmlRpcKind.I1 or XmlRpcKind.I2 => 1,
        XmlRpcKind.Int or XmlRpcKind.I8 or XmlRpcKind.I1 or XmlRpcKind.I2 => 5,
        _ => NotTaken,
    };

    private static bool IsWhole(XmlRpcKind kind) =>
        kind is XmlRpcKind.Int or XmlRpcKind.I8 or XmlRpcKind.I2 or XmlRpcKind.I1 or XmlRpcKind.BigInteger;
}
