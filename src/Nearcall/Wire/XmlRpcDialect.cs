namespace Nearcall;

/// <summary>
/// The ways in which peers depart from the protocol, one named switch for each: what a reader accepts (<c>Allow…</c>,
/// <c>Read…</c>) and what a writer sends (<c>Write…</c>). Each switch names the rule of <c>docs/rules.md</c> that it relaxes.
/// </summary>
/// <remarks>
/// <para>A server starts from <see cref="Strict"/>, a client from <see cref="Tolerant"/>. Change switches with a <c>with</c>
/// expression: <c>XmlRpcDialect.Strict with { WriteNil = true }</c>.</para>
/// <para>Immutable and safe to share between threads. <c>new XmlRpcDialect()</c> equals <see cref="Strict"/>.</para>
/// </remarks>
public sealed partial record XmlRpcDialect
{
    /// <summary>
    /// Reads what the rules allow and nothing else, bare <c>nil</c> and <c>i8</c> included; writes the eight types of the
    /// specification in their canonical forms. The default of a server.
    /// </summary>
    public static XmlRpcDialect Strict { get; } = new();

    /// <summary>
    /// Reads whatever has one clear meaning, with every <c>Allow…</c> switch and <see cref="ReadExtensions"/> on; writes as
    /// <see cref="Strict"/> does, and <c>i8</c> and any method name that the caller asks for. The default of a client.
    /// </summary>
    public static XmlRpcDialect Tolerant { get; } = new()
    {
        AllowAnyContentType = true,
        AllowLeadingText = true,
        AllowAnyMethodName = true,
        AllowMethodNameWhiteSpace = true,
        AllowScalarWhiteSpace = true,
        AllowEmptyScalar = true,
        AllowWideInt = true,
        AllowBooleanWords = true,
        AllowDoubleExponent = true,
        AllowNonFiniteDouble = true,
        AllowControlCharacters = true,
        AllowDateDashes = true,
        AllowDateZone = true,
        AllowDateFraction = true,
        AllowDateEndOfDay = true,
        AllowDateLeapSecond = true,
        AllowZeroDate = true,
        AllowBase64Url = true,
        AllowBase64MissingPadding = true,
        DuplicateMembers = XmlRpcDuplicateMembers.KeepLast,
        AllowArrayWithoutData = true,
        AllowUnknownElements = true,
        AllowUnknownTypes = true,
        AllowMissingResult = true,
        AllowFaultMembers = true,
        AllowFaultCodeKinds = true,
        AllowFaultWithoutString = true,
        AllowUndeclaredPrefix = true,
        AllowBareMulticallResults = true,
        AllowMulticallWithoutParams = true,
        AllowFlatSignature = true,
        ReadExtensions = true,
        WriteI8 = true,
        WriteAnyMethodName = true,
    };
}
