using System.Globalization;
using Nearcall.Fleet.Processes;

namespace Nearcall.Fleet.Network;

/// <summary>
/// Four networks: one for each of three servers and one for the proxy, which holds the bridge between them. The callers, which are this
/// process, reach the proxy alone. Names bear the id of this process, so that several fleets stand side by side.
/// </summary>
internal sealed class FleetNetwork : IAsyncDisposable
{
    public const int Servers = 3;

    private const string Prefix = "nearcall-fleet-";

    // A block that is meant for measurements between networks; each process takes four addresses of it.
    private static readonly string Link = string.Create(
        CultureInfo.InvariantCulture, $"198.18.{Environment.ProcessId / 63 % 256}.{Environment.ProcessId % 63 * 4}");

    private FleetNetwork()
    {
    }

    /// <summary>The proxy's address, as the callers see it.</summary>
    public static string FrontAddress { get; } = Next(Link, 2);

    public static string Front { get; } = Name("front");

    public static string Server(int index) => Name($"{index + 1}");

    /// <summary>The address of a server, as the proxy sees it: those of deploy/nginx and deploy/haproxy.</summary>
    public static string ServerAddress(int index) => $"10.0.0.{11 + index}";

    public static async Task<FleetNetwork> MakeAsync()
    {
        await SweepAsync();
        var network = new FleetNetwork();
        try
        {
            await AddAsync(Front);
            await IpAsync($"-n {Front} link add bridge0 type bridge");
            await IpAsync($"-n {Front} addr add 10.0.0.1/24 dev bridge0");
            await IpAsync($"-n {Front} link set bridge0 up");
            for (var i = 0; i < Servers; i++)
            {
                await AddAsync(Server(i));
                await IpAsync($"-n {Front} link add server{i + 1} type veth peer name eth0 netns {Server(i)}");
                await IpAsync($"-n {Front} link set server{i + 1} master bridge0 up");
                await IpAsync($"-n {Server(i)} addr add {ServerAddress(i)}/24 dev eth0");
                await IpAsync($"-n {Server(i)} link set eth0 up");
            }

            var near = $"nf{Environment.ProcessId}";
            await IpAsync($"link add {near} type veth peer name callers netns {Front}");
            await IpAsync($"addr add {Next(Link, 1)}/30 dev {near}");
            await IpAsync($"link set {near} up");
            await IpAsync($"-n {Front} addr add {FrontAddress}/30 dev callers");
            await IpAsync($"-n {Front} link set callers up");
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await RemoveAsync(Environment.ProcessId);

    private static string Name(string part) => $"{Prefix}{Environment.ProcessId}-{part}";

    private static string Next(string address, int by)
    {
        var last = address.LastIndexOf('.') + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{address[..last]}{int.Parse(address[last..], CultureInfo.InvariantCulture) + by}");
    }

    private static async Task AddAsync(string name)
    {
        await IpAsync($"netns add {name}");
        await IpAsync($"-n {name} link set lo up");
    }

    // A fleet whose process was killed could not clean up. Whoever comes next does.
    private static async Task SweepAsync()
    {
        foreach (var id in (await NamesAsync()).Select(name => name[Prefix.Length..].Split('-')[0]).Distinct().ToArray())
        {
            if (!Directory.Exists($"/proc/{id}"))
            {
                await RemoveAsync(int.Parse(id, CultureInfo.InvariantCulture));
            }
        }
    }

    // With its last process and its name a network is gone, and with it its end of each pair of interfaces, and so the other end.
    private static async Task RemoveAsync(int owner)
    {
        foreach (var name in (await NamesAsync()).Where(name => name.StartsWith($"{Prefix}{owner}-", StringComparison.Ordinal)))
        {
            foreach (var id in (await IpAsync($"netns pids {name}")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Signals.TrySend(int.Parse(id, CultureInfo.InvariantCulture), Signals.Kill);
            }

            await IpAsync($"netns delete {name}");
        }
    }

    private static async Task<IReadOnlyList<string>> NamesAsync() =>
        [.. (await IpAsync("netns list")).Split('\n').Select(line => line.Split(' ')[0]).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];

    private static Task<string> IpAsync(string arguments) => SystemProgram.RunAsync("ip", arguments.Split(' '));
}
