namespace Nearcall;

public sealed partial record XmlRpcDialect
{
    /// <summary>
    /// Reads a body whatever its <c>Content-Type</c> says, or without one (R04, R43). Off: <c>text/xml</c> and
    /// <c>application/xml</c>, with any parameters. A server that turns it on opens itself to forms on other sites; see
    /// <c>SECURITY.md</c>. Default: off.
    /// </summary>
    public bool AllowAnyContentType { get; init; }

    /// <summary>
    /// Skips a byte order mark, white space and any other text that a peer prints before the XML declaration or the root
    /// element (R06). Default: off.
    /// </summary>
    public bool AllowLeadingText { get; init; }

    /// <summary>Reads a method name with characters outside <c>A–Z a–z 0–9 _ . : /</c> (R08). Default: off.</summary>
    public bool AllowAnyMethodName { get; init; }

    /// <summary>Trims white space around a method name (R08). Default: off.</summary>
    public bool AllowMethodNameWhiteSpace { get; init; }

    /// <summary>Skips elements that the protocol does not know, where they stand beside those it does (R41). Default: off.</summary>
    public bool AllowUnknownElements { get; init; }

    /// <summary>Reads an answer without <c>params</c>, or with empty ones, as nil (R45). Default: off.</summary>
    public bool AllowMissingResult { get; init; }

    /// <summary>Reads a fault with members beside <c>faultCode</c> and <c>faultString</c> (R47, R79). Default: off.</summary>
    public bool AllowFaultMembers { get; init; }

    /// <summary>Reads a fault whose code is a string, an <c>i8</c> or any other scalar (R47). Default: off.</summary>
    public bool AllowFaultCodeKinds { get; init; }

    /// <summary>Reads a fault without <c>faultString</c>, or without <c>faultCode</c> (R47). Default: off.</summary>
    public bool AllowFaultWithoutString { get; init; }

    /// <summary>Reads a result of <c>system.multicall</c> that is not wrapped in an array of one (R66). Default: off.</summary>
    public bool AllowBareMulticallResults { get; init; }

    /// <summary>Takes an entry of <c>system.multicall</c> without <c>params</c> as a call without parameters (R69). Default: off.</summary>
    public bool AllowMulticallWithoutParams { get; init; }

    /// <summary>Reads a method signature that is one flat array instead of an array of arrays (R61). Default: off.</summary>
    public bool AllowFlatSignature { get; init; }

    /// <summary>Trims white space around the text of numbers, booleans and dates (R14, R19). Default: off.</summary>
    public bool AllowScalarWhiteSpace { get; init; }

    /// <summary>Reads an empty number, boolean or date as nil (R13, R17, R32). Default: off.</summary>
    public bool AllowEmptyScalar { get; init; }

    /// <summary>Reads an <c>int</c> or <c>i4</c> beyond 32 bits as an <c>i8</c> (R15). Default: off.</summary>
    public bool AllowWideInt { get; init; }

    /// <summary>Reads <c>true</c> and <c>false</c>, in any case, as booleans (R16). Default: off.</summary>
    public bool AllowBooleanWords { get; init; }

    /// <summary>Reads a double with an exponent (R17). Default: off.</summary>
    public bool AllowDoubleExponent { get; init; }

    /// <summary>Reads <c>NaN</c>, <c>INF</c>, <c>Infinity</c> and their signed forms, in any case, as doubles (R18). Default: off.</summary>
    public bool AllowNonFiniteDouble { get; init; }

    /// <summary>
    /// Reads control characters, U+FFFE and U+FFFF, raw or as character references, though XML forbids them (R22). Default:
    /// off.
    /// </summary>
    public bool AllowControlCharacters { get; init; }

    /// <summary>Reads a date with dashes: <c>1998-07-17T14:08:55</c> (R32). Default: off.</summary>
    public bool AllowDateDashes { get; init; }

    /// <summary>Reads a date with a zone: <c>Z</c>, <c>+02:00</c>, <c>+0200</c> or <c>+02</c> (R31, R32). Default: off.</summary>
    public bool AllowDateZone { get; init; }

    /// <summary>Reads a date with a fraction of a second, to seven digits; further digits must be zero (R32). Default: off.</summary>
    public bool AllowDateFraction { get; init; }

    /// <summary>Reads the time <c>24:00:00</c> as midnight of the next day (R32). Default: off.</summary>
    public bool AllowDateEndOfDay { get; init; }

    /// <summary>Reads the second 60 as the first of the next minute (R32). Default: off.</summary>
    public bool AllowDateLeapSecond { get; init; }

    /// <summary>Reads a date whose digits are all zero as <c>default(XmlRpcDateTime)</c>, no date (R32). Default: off.</summary>
    public bool AllowZeroDate { get; init; }

    /// <summary>Reads base64 in the alphabet for URLs, with <c>-</c> and <c>_</c> (R33). Default: off.</summary>
    public bool AllowBase64Url { get; init; }

    /// <summary>Reads base64 without its closing <c>=</c> (R33). Default: off.</summary>
    public bool AllowBase64MissingPadding { get; init; }

    /// <summary>Reads an <c>array</c> without <c>data</c> as an empty one (R38). Default: off.</summary>
    public bool AllowArrayWithoutData { get; init; }

    /// <summary>Reads the text of an element that is no type of the protocol as a string (R41). Default: off.</summary>
    public bool AllowUnknownTypes { get; init; }

    /// <summary>Takes the prefix <c>ex</c> for Apache's namespace where the document does not declare it (R73). Default: off.</summary>
    public bool AllowUndeclaredPrefix { get; init; }

    /// <summary>Reads <c>nil</c> (R71). Default: on.</summary>
    public bool ReadNil { get; init; } = true;

    /// <summary>Reads <c>i8</c> (R74). Default: on.</summary>
    public bool ReadI8 { get; init; } = true;

    /// <summary>
    /// Reads <c>i1</c>, <c>i2</c>, <c>float</c>, <c>bigdecimal</c>, <c>biginteger</c> and <c>dateTime</c>, in Apache's
    /// namespace or bare (R74, R75, R77). Default: off.
    /// </summary>
    public bool ReadExtensions { get; init; }

    /// <summary>Hands over the content of <c>ex:dom</c> as octets, unread (R76). Default: off.</summary>
    public bool ReadDom { get; init; }

    /// <summary>
    /// Hands over the octets of <c>ex:serializable</c>, unread (R76). Nothing in Nearcall ever deserialises them. Default:
    /// off.
    /// </summary>
    public bool ReadSerializable { get; init; }

    /// <summary>What a second member of the same name means (R36). Default: <see cref="XmlRpcDuplicateMembers.Refuse"/>.</summary>
    public XmlRpcDuplicateMembers DuplicateMembers { get; init; }

    /// <summary>
    /// Passes over a member of a struct that the type it is read into does not have, so that a peer may grow (R34). Values and
    /// dictionaries take any member. Default: on.
    /// </summary>
    public bool AllowUnknownMembers { get; init; } = true;
}
