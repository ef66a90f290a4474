using System.Diagnostics;

namespace Nearcall;

/// <summary>What is different about a request that carries calls which were gathered.</summary>
internal sealed class BatchScope
{
    /// <summary>For a call that went by itself in the end: its caller reports it already.</summary>
    public static BatchScope Told { get; } = new() { IsTold = true };

    /// <summary>Whether spans and durations are somebody else's.</summary>
    public bool IsTold { get; private init; }

    /// <summary>The spans of the calls in a batch.</summary>
    public ActivityLink[]? Links { get; init; }

    /// <summary>What sends, with the limits of the whole answer; null for that of the client.</summary>
    public HttpExchange? Exchange { get; init; }
}
