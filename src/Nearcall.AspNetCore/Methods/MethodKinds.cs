namespace Nearcall;

/// <summary>Checks at start that a dialect can carry what a method takes and gives.</summary>
internal static class MethodKinds
{
    /// <summary>Checks a method.</summary>
    /// <exception cref="InvalidOperationException">No call of the method could ever succeed.</exception>
    public static void Check(XmlRpcMethodDescription method, XmlRpcDialect dialect)
    {
        if (Refusal(method.ResultKind, dialect) is { } @switch)
        {
            throw new InvalidOperationException(
                $"The result of '{method.Name}' is {Describe(method.ResultKind)}, which the dialect does not write (R74, R77). "
                + $"Give another type, or set {nameof(XmlRpcDialect)}.{@switch}.");
        }

        if (method.ResultType == typeof(DateTimeOffset) && dialect.WriteDateZone == XmlRpcDateZone.Refuse)
        {
            throw new InvalidOperationException(
                $"The result of '{method.Name}' is a date with a zone, which the dialect does not write (R31). "
                + $"Give a date without one, or set {nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.WriteDateZone)}.");
        }

        if (dialect is { AllowDateZone: false, ReadExtensions: false }
            && method.Parameters.Any(static parameter => parameter.IsOnWire && IsDateWithZone(parameter.Type)))
        {
            throw new InvalidOperationException(
                $"A parameter of '{method.Name}' is a date with a zone, which the dialect does not read (R31, R75). "
                + $"Take a date without one, or set {nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.AllowDateZone)}.");
        }
    }

    private static bool IsDateWithZone(Type type) => type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    private static string? Refusal(XmlRpcKind? kind, XmlRpcDialect dialect) => kind switch
    {
        XmlRpcKind.Nil when !dialect.WriteNil && !dialect.WriteNilAndI8AsExtensions => nameof(XmlRpcDialect.WriteNil),
        XmlRpcKind.I8 when !dialect.WriteI8 && !dialect.WriteNilAndI8AsExtensions => nameof(XmlRpcDialect.WriteI8),
        XmlRpcKind.I1 or XmlRpcKind.I2 or XmlRpcKind.Float or XmlRpcKind.BigDecimal or XmlRpcKind.BigInteger or XmlRpcKind.ExtensionDateTime
            or XmlRpcKind.Dom or XmlRpcKind.Serializable when !dialect.WriteExtensions => nameof(XmlRpcDialect.WriteExtensions),
        _ => null,
    };

    private static string Describe(XmlRpcKind? kind) => kind switch
    {
        XmlRpcKind.I8 => "a 64-bit number",
        XmlRpcKind.Nil => "nil",
        _ => $"of the kind {kind}",
    };
}
