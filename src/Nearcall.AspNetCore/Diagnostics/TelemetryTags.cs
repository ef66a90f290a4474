namespace Nearcall;

/// <summary>
/// The attributes of https://opentelemetry.io/docs/specs/semconv/rpc/, and the one of our own.
/// </summary>
internal static class TelemetryTags
{
    public const string System = "rpc.system.name";
    public const string SystemName = "xmlrpc";
    public const string Method = "rpc.method";
    public const string OriginalMethod = "rpc.method_original";
    public const string StatusCode = "rpc.status_code";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string PeerAddress = "network.peer.address";
    public const string PeerPort = "network.peer.port";
    public const string RejectionReason = "xmlrpc.rejection.reason";
}
