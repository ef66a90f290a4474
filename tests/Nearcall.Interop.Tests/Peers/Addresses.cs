using System.Globalization;
using System.Text.RegularExpressions;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A server that runs in a process of its own and says in its first line which port it has.</summary>
internal static partial class Addresses
{
    /// <summary>Waits until the server listens and gives its address.</summary>
    public static async Task<string> WaitForUrlAsync(this RunningProgram server, CancellationToken cancellationToken)
    {
        var banner = await server.ReadLineAsync(cancellationToken);
        var port = int.Parse(PortNumber().Match(banner).Value, CultureInfo.InvariantCulture);
        return $"http://127.0.0.1:{port}/RPC2";
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex PortNumber();
}
