using Nearcall.Deployment.Tests.Publishing;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>Calls to the server, from namespaces of the network.</summary>
internal static class ServedCalls
{
    public const string Unit = "nearcall-server.service";

    private static string Url(int port) => $"http://{MachineNetwork.MachineAddress}:{port}/RPC2";

    /// <summary>The five lines by Python's client and by ours, from the world.</summary>
    public static async Task AssertCallsAsync(this FreshMachine machine, int port = 8000)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Python/origin_client.py");
        FiveLines.AssertPrinted(await MachineNetwork.RunAsync(machine.Network.Client, "python3", script, Url(port)));
        FiveLines.AssertPrinted(await MachineNetwork.RunAsync(machine.Network.Client, await Publication.ClientAsync(), Url(port)));
    }

    /// <summary>Waits until the server answers from the world that it is ready.</summary>
    public static Task WaitUntilReadyAsync(this FreshMachine machine, int port = 8000) => Host.WaitAsync(
        "The server is ready",
        TimeSpan.FromSeconds(30),
        async () => (await MachineNetwork.RunAsync(
            machine.Network.Client, "curl", "--silent", "--max-time", "2", $"http://{MachineNetwork.MachineAddress}:{port}/health/ready")).Output == "ready\n");
}
