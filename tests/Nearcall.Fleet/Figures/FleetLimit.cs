namespace Nearcall.Fleet.Figures;

/// <summary>What the fleet can do while all is well.</summary>
/// <param name="CallsPerSecond">Answered, with as many callers as keep the machine busy.</param>
/// <param name="ServerSeconds">CPU of the servers for one call.</param>
/// <param name="ProxySeconds">CPU of the proxy for one call, TLS with it.</param>
internal sealed record FleetLimit(double CallsPerSecond, double ServerSeconds, double ProxySeconds);
