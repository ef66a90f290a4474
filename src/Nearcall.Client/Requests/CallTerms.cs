using System.Collections.Frozen;

namespace Nearcall;

/// <summary>What one call is, beside its arguments: by contract and by the options that came with it.</summary>
/// <param name="Method">The name of the procedure.</param>
/// <param name="IsIdempotent">Whether it may be sent again when it may have been executed.</param>
/// <param name="Timeout">A limit of its own, or infinite.</param>
/// <param name="Headers">Headers of its own.</param>
/// <param name="CancellationToken">Its caller's wish to end it.</param>
internal readonly record struct CallTerms(
    string Method,
    bool IsIdempotent,
    TimeSpan Timeout,
    IReadOnlyDictionary<string, string> Headers,
    CancellationToken CancellationToken)
{
    /// <summary>What the names of the methods begin with that servers have of themselves.</summary>
    public const string SystemPrefix = "system.";

    public static CallTerms Of(string method, XmlRpcCallOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        return new CallTerms(
            method,
            options.Idempotent ?? IsQuery(method),
            options.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan,
            options.Headers,
            options.CancellationToken);
    }

    public static CallTerms Of<TArguments, TResult>(XmlRpcClientMethod<TArguments, TResult> method, CancellationToken cancellationToken) =>
        new(
            method.Name,
            method.IsIdempotent || IsQuery(method.Name),
            method.Timeout ?? System.Threading.Timeout.InfiniteTimeSpan,
            FrozenDictionary<string, string>.Empty,
            cancellationToken);

    // A batch is as idempotent as what is in it, which nobody knows here.
    private static bool IsQuery(string method) => method.StartsWith(SystemPrefix, StringComparison.Ordinal) && method != XmlRpcMulticall.MethodName;
}
