namespace Nearcall;

/// <summary>
/// What the fault of a whole batch says. Only faults that surely mean that no call of it was executed are told apart here.
/// </summary>
internal static class MulticallRefusal
{
    private const int NoSuchMethodOfXmlRpcC = -506;
    private const int NotFoundOfTwisted = 8001;

    // Python, Apache, Ruby, PHP, Supervisor and others each have words of their own.
    private static readonly string[] Words =
        ["not supported", "no such", "not found", "unknown", "not defined", "undefined", "missing", "not exist", "not available", "can't find"];

    /// <summary>Whether the server does not know <c>system.multicall</c>.</summary>
    /// <param name="fault">The fault of the batch.</param>
    /// <param name="calls">What was in it.</param>
    public static bool IsUnknown(XmlRpcFault fault, IReadOnlyList<BatchedCall> calls)
    {
        var namesMulticall = fault.Text.Contains("multicall", StringComparison.OrdinalIgnoreCase);
        if (!namesMulticall && calls.Any(call => fault.Text.Contains(call.Method, StringComparison.Ordinal)))
        {
            // It is one of the calls that is unknown, and those before it may have been executed.
            return false;
        }

        return fault.Code is XmlRpcFaultCodes.MethodNotFound or NoSuchMethodOfXmlRpcC or NotFoundOfTwisted
            || ((namesMulticall || fault.Text.Contains("method", StringComparison.OrdinalIgnoreCase))
                && Words.Any(words => fault.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether the server reads no batch of so many calls; it says so before it executes the first (R57).</summary>
    /// <param name="fault">The fault of the batch.</param>
    public static bool IsTooLarge(XmlRpcFault fault) =>
        fault.Code == XmlRpcFaultCodes.LimitExceeded && fault.Text.Contains("multicall", StringComparison.OrdinalIgnoreCase);
}
