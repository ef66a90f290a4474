using System.Net;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>The first packet of a connection that somebody opens.</summary>
/// <param name="Protocol"><c>Tcp</c>, <c>Udp</c> or <c>Icmp</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Destination">Where it goes to, as the machine sees it.</param>
/// <param name="Port">The port at the destination.</param>
internal sealed record Packet(string Protocol, IPAddress Source, IPAddress Destination, int Port);
