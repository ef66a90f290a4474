using System.Net;

namespace Nearcall.Server.Settings;

/// <summary>Everything that a server can be told, checked and with defaults in place.</summary>
internal sealed record ServerSettings
{
    /// <summary>What to listen on; null is every address of the machine.</summary>
    public required IPAddress? Address { get; init; }

    public required ushort Port { get; init; }

    /// <summary>Where the address and port come from, for the error that they cannot be had.</summary>
    public required string PortSource { get; init; }

    public required string Path { get; init; }

    public required XmlRpcLimits Limits { get; init; }

    public required bool RequestLog { get; init; }

    public required StopSettings Stop { get; init; }
}
