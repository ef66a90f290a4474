using System.Diagnostics;

namespace Nearcall;

/// <summary>The spans of https://opentelemetry.io/docs/specs/semconv/rpc/rpc-spans/.</summary>
internal static class CallActivity
{
    private const int LongestName = 256;

    private static readonly ActivitySource Source = new(XmlRpcServerDiagnostics.ActivitySourceName);

    public static bool IsObserved => Source.HasListeners();

    public static Activity? Start(ServerCall call)
    {
        if (!IsObserved)
        {
            return null;
        }

        var method = call.Served.TelemetryName;

        // The entries of a multicall are the server's inner work: were they server spans, one request would count as many.
        var kind = call.IsEntry ? ActivityKind.Internal : ActivityKind.Server;
        var activity = Source.StartActivity(kind, call.IsEntry ? default : Parent(call), call.Served.SpanTags.Of(call.Http.Request), name: method);
        if (activity is { IsAllDataRequested: true })
        {
            AddDetails(activity, call, method);
        }

        return activity;
    }

    /// <summary>Ends the span.</summary>
    public static void End(Activity activity, string? statusCode, string? errorType)
    {
        if (statusCode is not null)
        {
            activity.SetTag(TelemetryTags.StatusCode, statusCode);
        }

        if (errorType is not null)
        {
            activity.SetTag(TelemetryTags.ErrorType, errorType);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Dispose();
    }

    // The default stands for the current span, which the dispatcher puts back.
    private static ActivityContext Parent(ServerCall call)
    {
        var current = Activity.Current;
        if (!CallerTrace.IsNeeded(current))
        {
            return default;
        }

        var parent = CallerTrace.Read(call.Http);
        if (parent == default && current is not null)
        {
            Activity.Current = null;
        }

        return parent;
    }

    private static void AddDetails(Activity activity, ServerCall call, string method)
    {
        if (call.Method != method)
        {
            activity.SetTag(TelemetryTags.OriginalMethod, call.Method.Length <= LongestName ? call.Method : call.Method[..LongestName]);
        }

        if (call.Http.Connection is { RemoteIpAddress: { } address } connection)
        {
            activity.SetTag(TelemetryTags.PeerAddress, address.ToString());
            activity.SetTag(TelemetryTags.PeerPort, connection.RemotePort);
        }
    }
}
