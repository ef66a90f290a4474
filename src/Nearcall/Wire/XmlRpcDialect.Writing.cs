namespace Nearcall;

public sealed partial record XmlRpcDialect
{
    /// <summary>Writes whole numbers as <c>i4</c> instead of <c>int</c> (R12). Default: off.</summary>
    public bool WriteI4 { get; init; }

    /// <summary>Writes strings without the <c>string</c> element (R28). Default: off.</summary>
    public bool WriteUntypedStrings { get; init; }

    /// <summary>Writes an empty <c>params</c> element in a call without parameters (R10). Default: on.</summary>
    public bool WriteEmptyParams { get; init; } = true;

    /// <summary>Writes a method name with characters outside <c>A–Z a–z 0–9 _ . : /</c> (R08). Default: off.</summary>
    public bool WriteAnyMethodName { get; init; }

    /// <summary>Writes nil as <c>nil</c> (R71). Off: nil is refused. Default: off.</summary>
    public bool WriteNil { get; init; }

    /// <summary>Writes 64-bit numbers as <c>i8</c> (R74). Off: they are refused, whatever their size. Default: off.</summary>
    public bool WriteI8 { get; init; }

    /// <summary>
    /// Writes the kinds of Apache XML-RPC with the prefix <c>ex</c>, and declares its namespace (R73, R74, R77). Off: they
    /// are refused. Default: off.
    /// </summary>
    public bool WriteExtensions { get; init; }

    /// <summary>
    /// Writes nil and 64-bit numbers as <c>ex:nil</c> and <c>ex:i8</c>, which Apache XML-RPC asks for (R74); needs <see
    /// cref="WriteExtensions"/>, and then <see cref="WriteNil"/> and <see cref="WriteI8"/> are not needed. Default: off.
    /// </summary>
    public bool WriteNilAndI8AsExtensions { get; init; }

    /// <summary>Writes dates with dashes: <c>1998-07-17T14:08:55</c> (R30). Default: off.</summary>
    public bool WriteDateDashes { get; init; }

    /// <summary>Writes <c>default(XmlRpcDateTime)</c>, no date, as <c>00000000T00:00:00</c> (R32). Off: it is refused. Default: off.</summary>
    public bool WriteZeroDate { get; init; }

    /// <summary>
    /// Writes the doubles that are no number as <c>nan</c>, <c>inf</c> and <c>-inf</c> (R18). Off: they are refused. Default:
    /// off.
    /// </summary>
    public bool WriteNonFiniteDouble { get; init; }

    /// <summary>
    /// What becomes of a date with a zone (R31). Default: <see cref="XmlRpcDateZone.Refuse"/>, as the protocol has no zones and
    /// dropping one moves the instant.
    /// </summary>
    public XmlRpcDateZone WriteDateZone { get; init; }

    /// <summary>
    /// What becomes of a fraction of a second (R30). Default: <see cref="XmlRpcDateFraction.Refuse"/>.
    /// </summary>
    public XmlRpcDateFraction WriteDateFraction { get; init; }

    /// <summary>
    /// What becomes of characters that XML cannot carry: control characters, U+FFFE, U+FFFF and lone surrogates (R22).
    /// Default: <see cref="XmlRpcInvalidCharacters.Refuse"/>.
    /// </summary>
    public XmlRpcInvalidCharacters WriteInvalidCharacters { get; init; }
}
