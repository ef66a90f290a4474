using System.Net;
using Nearcall.Server.Credentials;
using Nearcall.Server.Tls;

namespace Nearcall.Server.Settings;

/// <summary>Everything that a server can be told, checked and with defaults in place.</summary>
internal sealed record ServerSettings
{
    /// <summary>What to listen on; null is every address of the machine.</summary>
    public required IPAddress? Address { get; init; }

    public required ushort Port { get; init; }

    /// <summary>Where the port comes from, for the error that it cannot be had.</summary>
    public required string PortSource { get; init; }

    public required string Path { get; init; }

    /// <summary>Without it, calls travel in clear text.</summary>
    public required ServerCertificate? Certificate { get; init; }

    public required CallerList Callers { get; init; }

    public required XmlRpcLimits Limits { get; init; }

    public required IReadOnlyList<IPNetwork> KnownProxies { get; init; }

    /// <summary>Where telemetry goes, if anywhere.</summary>
    public required Uri? Collector { get; init; }

    public required LogLevel LogLevel { get; init; }

    public required bool RequestLog { get; init; }

    public required StopSettings Stop { get; init; }
}
