using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>
/// Three network namespaces in a row: a client somewhere in the world, the edge of the cloud with the security group, the machine. Nothing
/// of them is seen outside, so that two runs can have the same addresses.
/// </summary>
internal sealed class MachineNetwork(string name)
{
    public const string ClientAddress = "203.0.113.7";

    public const string MachineAddress = "10.77.2.4";

    public const string MachineInterface = "host0";

    /// <summary>Where the edge hears the world; the rules are about what comes in there.</summary>
    public const string World = "world0";

    public const string EdgeInside = "10.77.2.1";

    private const string EdgeOutside = "203.0.113.1";

    public string Client { get; } = $"{name}-client";

    public string Edge { get; } = $"{name}-edge";

    public string Machine { get; } = $"{name}-machine";

    public IReadOnlyList<string> Names => [Client, Edge, Machine];

    public async Task CreateAsync()
    {
        foreach (var space in Names)
        {
            await Host.DoAsync("ip", "netns", "add", space);
            await Host.DoAsync("ip", "-n", space, "link", "set", "lo", "up");
        }

        await Host.DoAsync("ip", "-n", Client, "link", "add", "client0", "type", "veth", "peer", "name", World, "netns", Edge);
        await Host.DoAsync("ip", "-n", Edge, "link", "add", "machines0", "type", "veth", "peer", "name", MachineInterface, "netns", Machine);
        await AddAddressAsync(Client, "client0", ClientAddress);
        await AddAddressAsync(Edge, World, EdgeOutside);
        await AddAddressAsync(Edge, "machines0", EdgeInside);
        await Host.DoAsync("ip", "-n", Client, "route", "add", "default", "via", EdgeOutside);
        await Host.DoAsync("ip", "netns", "exec", Edge, "sysctl", "-qw", "net.ipv4.ip_forward=1");
    }

    /// <summary>Sets the rules of the edge, in the words of <c>nft</c>.</summary>
    public async Task SetRulesAsync(string rules)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, rules, TestContext.Current.CancellationToken);
            await Host.DoAsync("ip", "netns", "exec", Edge, "nft", "-f", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The rules with what they have counted.</summary>
    public Task<string> ReadRulesAsync() => Host.DoAsync("ip", "netns", "exec", Edge, "nft", "list", "ruleset");

    /// <summary>Runs a program in one of the namespaces.</summary>
    public static Task<ProgramRun> RunAsync(string space, params string[] command) =>
        Host.RunAsync("ip", ["netns", "exec", space, .. command]);

    /// <summary>What somebody meets who opens a connection to the machine: <c>open</c>, <c>refused</c> or <c>silent</c>.</summary>
    public static async Task<string> KnockAsync(string space, int port)
    {
        const string Program = """
            import socket, sys
            try:
                socket.create_connection((sys.argv[1], int(sys.argv[2])), 2)
                print("open")
            except ConnectionRefusedError:
                print("refused")
            except TimeoutError:
                print("silent")
            """;
        var run = await RunAsync(space, "python3", "-c", Program, MachineAddress, $"{port}");
        return run.ThrowIfFailed().Trim();
    }

    /// <summary>Takes away what a run with this name has left, or never made.</summary>
    public async Task DeleteAsync()
    {
        foreach (var space in Names.Where(space => File.Exists($"/run/netns/{space}")))
        {
            await Host.TidyAsync("ip", "netns", "delete", space);
        }
    }

    private static async Task AddAddressAsync(string space, string device, string address)
    {
        await Host.DoAsync("ip", "-n", space, "address", "add", $"{address}/24", "dev", device);
        await Host.DoAsync("ip", "-n", space, "link", "set", device, "up");
    }
}
