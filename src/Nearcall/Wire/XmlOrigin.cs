using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>Where a stretch of text comes from, so that an error in it can say its place in the whole.</summary>
/// <param name="Offset">The octets of the whole text before the stretch.</param>
/// <param name="Transcoded">The encoding that the text came in, if it was not UTF-8.</param>
internal readonly record struct XmlOrigin(long Offset, string? Transcoded)
{
    /// <summary>The parameters or results that began before the stretch; if there are any, it begins within the value of the last.</summary>
    public int Parameters { get; init; }

    /// <summary>Where that value is an array: the items that ended before the stretch. Null where it begins elsewhere.</summary>
    public long? Items { get; init; }

    /// <summary>
    /// Makes the exception. The hot path keeps no path; the text is read again from its start to find it.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public XmlRpcFormatException CreateException(
        ReadOnlySpan<byte> text, int position, string problem, string? rule, string? @switch, int faultCode) =>
        XmlRpcFormatError.Create(problem, XmlRpcPath.Find(text, position, this), Offset + position, rule, @switch, faultCode, Transcoded);
}
