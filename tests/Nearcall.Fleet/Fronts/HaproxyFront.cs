using Nearcall.Fleet.Processes;

namespace Nearcall.Fleet.Fronts;

/// <summary>HAProxy with deploy/haproxy.</summary>
internal static class HaproxyFront
{
    /// <summary>Writes its files to a folder and gives its command.</summary>
    public static IReadOnlyList<string> Prepare(FleetTimes times, string folder)
    {
        var certificate = Path.Combine(folder, "nearcall.pem");
        File.WriteAllText(
            certificate, File.ReadAllText(Path.Combine(folder, "tls/fullchain.pem")) + "\n" + File.ReadAllText(Path.Combine(folder, "tls/key.pem")) + "\n");
        var configuration = Path.Combine(folder, "haproxy.cfg");
        Front.Copy(
            "deploy/haproxy/haproxy.cfg",
            configuration,
            ("crt /etc/haproxy/nearcall.pem", $"crt {certificate}"),
            ("    log /dev/log local0\n    user haproxy\n    group haproxy\n", ""),
            ("    log global\n", ""),
            ("    option httplog\n", ""),
            ("maxconn 20000", "maxconn 4000"),
            ("timeout server 10s", $"timeout server {times.Milliseconds(10)}ms"),
            ("inter 1s fastinter 200ms", $"inter {times.Milliseconds(1)}ms fastinter {times.Milliseconds(0.2)}ms"),
            ("pool-purge-delay 2s", $"pool-purge-delay {times.Milliseconds(2)}ms"));
        var program = SystemProgram.Find("haproxy") ?? throw new InvalidOperationException("There is no haproxy (Debian: haproxy).");
        return [program, "-f", configuration, "-db"];
    }
}
