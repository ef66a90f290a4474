using System.Collections.Frozen;

namespace Nearcall;

/// <summary>What one call does differently from the rest of its client.</summary>
/// <remarks>Immutable and safe to share between threads; change one with a <c>with</c> expression.</remarks>
public sealed record XmlRpcCallOptions
{
    internal static XmlRpcCallOptions None { get; } = new();

    /// <summary>Ends the call early, with an <see cref="OperationCanceledException"/> that carries this token. Default: none.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// How long the call may take from here to its whole answer. The shortest of this, <see cref="XmlRpcClientOptions.Timeout"/>
    /// and <see cref="HttpClient.Timeout"/> counts. Default: null, no limit of its own. Range: above zero to 24 days, or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public TimeSpan? Timeout { get; init => field = value is { } timeout ? CallDeadline.Checked(timeout) : null; }

    /// <summary>
    /// Whether calling twice is the same as calling once, so that the client may send the call again where nobody knows whether it was
    /// executed (see <see cref="XmlRpcRetryOptions"/>). Default: null, which is yes for methods of <c>system.</c> but
    /// <c>system.multicall</c>, and no for all others.
    /// </summary>
    public bool? Idempotent { get; init; }

    /// <summary>
    /// Headers of this call; one that the client sends too is replaced. Default: none. Names and values are those of
    /// <see cref="XmlRpcClientOptions.Headers"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A name or a value cannot be sent.</exception>
    public IReadOnlyDictionary<string, string> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            RequestHeaders.ThrowIfInvalid(value);
            field = value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        }
    }
        = FrozenDictionary<string, string>.Empty;

    /// <summary>Shows the time-out, the idempotency and how many headers there are; never what is in them, as they may carry secrets.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"XmlRpcCallOptions {{ Timeout = {Timeout}, Idempotent = {Idempotent}, Headers = {Headers.Count} }}";
}
