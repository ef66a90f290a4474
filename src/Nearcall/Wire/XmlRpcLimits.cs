namespace Nearcall;

/// <summary>
/// How much a peer may ask of this process with one message. One object serves client and server; the defaults are safe
/// for input from strangers.
/// </summary>
/// <remarks>
/// Limits are enforced while a message is read, before the memory for it is taken. Going over one is an
/// <see cref="XmlRpcFormatException"/> with <see cref="XmlRpcFaultCodes.LimitExceeded"/>. Immutable and safe to share
/// between threads; change one with a <c>with</c> expression.
/// </remarks>
public sealed record XmlRpcLimits
{
    /// <summary>The deepest nesting that any limit can allow: what recursive code survives on a small stack.</summary>
    public const int GreatestDepth = 256;

    /// <summary>The limits that apply unless others are given.</summary>
    public static XmlRpcLimits Default { get; } = new();

    /// <summary>The greatest size of a message as it travels, in bytes. Default: 32 MiB. Range: 1 and up.</summary>
    public long MaxBytes { get; init => field = AtLeastOne(value); } = 32L << 20;

    /// <summary>The greatest size of a message after decompression, in bytes. Default: 64 MiB. Range: 1 and up.</summary>
    public long MaxDecompressedBytes { get; init => field = AtLeastOne(value); } = 64L << 20;

    /// <summary>
    /// The greatest size of a message that is read while it arrives, after decompression, in bytes. Such a message is never held in
    /// memory: <see cref="MaxBytes"/> bounds what is, which is one item of an array at a time, and <see cref="MaxMembers"/> counts in
    /// each item anew. Default: no limit, <see cref="long.MaxValue"/>. Range: 1 and up.
    /// </summary>
    public long MaxStreamedBytes { get; init => field = AtLeastOne(value); } = long.MaxValue;

    /// <summary>
    /// How deep structs and arrays may nest (R40). Default: 64. Range: 1 to <see cref="GreatestDepth"/>.
    /// </summary>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, GreatestDepth);
            field = value;
        }
    }
        = 64;

    /// <summary>
    /// The greatest number of values in one message: parameters, members of structs and items of arrays, at all depths
    /// together. Default: 4,194,304. Range: 1 and up.
    /// </summary>
    public int MaxMembers { get; init => field = AtLeastOne(value); } = 4 << 20;

    /// <summary>
    /// The greatest length of the text of one string, member name, base64 or fragment, in bytes of UTF-8 as it travels.
    /// Default: 32 MiB. Range: 1 and up.
    /// </summary>
    public int MaxStringLength { get; init => field = AtLeastOne(value); } = 32 << 20;

    /// <summary>
    /// The greatest number of characters in one number; reading and writing numbers of any size takes time that grows
    /// faster than their length. Default: 4,096. Range: 1 and up.
    /// </summary>
    public int MaxDigits { get; init => field = AtLeastOne(value); } = 4096;

    /// <summary>The greatest number of calls in one <c>system.multicall</c>. Default: 1,000. Range: 1 and up.</summary>
    public int MaxMulticallEntries { get; init => field = AtLeastOne(value); } = 1000;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }

    private static long AtLeastOne(long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
