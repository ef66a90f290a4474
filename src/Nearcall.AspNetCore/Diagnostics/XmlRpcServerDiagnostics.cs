namespace Nearcall;

/// <summary>The names under which the server's telemetry is found; they follow OpenTelemetry's conventions for RPC.</summary>
/// <remarks>
/// <para>Subscribe with <c>AddSource(XmlRpcServerDiagnostics.ActivitySourceName)</c> and
/// <c>AddMeter(XmlRpcServerDiagnostics.MeterName)</c>. Nothing is measured while nobody listens.</para>
/// <para>Method names that the server does not know are <see cref="OtherMethod"/>, so that callers cannot make up names.</para>
/// </remarks>
public static class XmlRpcServerDiagnostics
{
    /// <summary>The activity source: one server span for each call, one inner span for each entry of a multicall.</summary>
    public const string ActivitySourceName = "Nearcall.AspNetCore";

    /// <summary>The meter.</summary>
    public const string MeterName = "Nearcall.AspNetCore";

    /// <summary>The category of the server's log.</summary>
    public const string LogCategory = "Nearcall.AspNetCore";

    /// <summary>A histogram in seconds: how long calls took, each entry of a multicall by itself too.</summary>
    public const string CallDuration = "rpc.server.call.duration";

    /// <summary>An up-down counter: calls that run now, entries of multicalls included.</summary>
    public const string ActiveCalls = "xmlrpc.server.active_calls";

    /// <summary>A histogram: how many entries multicalls have.</summary>
    public const string MulticallEntries = "xmlrpc.server.multicall.entries";

    /// <summary>
    /// A counter of requests that never reached a method, or whose body was refused while the method read it, by the tag <c>xmlrpc.rejection.reason</c>: <c>http_method</c>,
    /// <c>content_type</c>, <c>content_encoding</c>, <c>too_large</c>, <c>transport</c>, <c>malformed</c> or <c>limit</c>.
    /// </summary>
    public const string RejectedMessages = "xmlrpc.server.rejected_messages";

    /// <summary>What stands for the name of a method that the server does not know.</summary>
    public const string OtherMethod = "_OTHER";
}
