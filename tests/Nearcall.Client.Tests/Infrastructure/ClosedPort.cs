using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>Addresses where nobody listens.</summary>
internal static class ClosedPort
{
    public static string Url()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/RPC2");
    }
}
