using System.Text.RegularExpressions;
using Nearcall.Deployment.Tests.Publishing;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>The package on a machine that lives: installed, upgraded, downgraded, removed, installed again, purged.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed class PackageLifeTests : IDisposable
{
    private const string Settings = "/etc/nearcall-server/settings.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Package_FromInstallationToPurge_KeepsSettingsAndLeavesNothing()
    {
        Host.Require("mmdebstrap", "systemd-nspawn", "python3", "curl");
        var package = await Publication.PackageAsync();
        var next = await MakeNextAsync(package);
        await Publication.ClientAsync();
        await using var machine = await FreshMachine.CreateAsync("#cloud-config\nlocale: C.UTF-8\n", package, next);
        await machine.BootAsync();
        var before = await FilesAsync(machine);

        await InstallAsync(machine, package);
        await AssertServesAsync(machine, 8000, Publication.Version);
        Assert.Equal("root nearcall-server 640\n", await machine.DoAsync("stat", "--format=%U %G %a", Settings));
        Assert.Equal("root nearcall-server 750\n", await machine.DoAsync("stat", "--format=%U %G %a", Path.GetDirectoryName(Settings)!));

        // Settings that nobody has touched are those of the package.
        var process = await machine.ShowAsync(ServedCalls.Unit, "MainPID");
        await InstallAsync(machine, next);
        await AssertServesAsync(machine, 8000, "99.0.0");
        Assert.NotEqual(process, await machine.ShowAsync(ServedCalls.Unit, "MainPID"));
        Assert.Contains("Of the next version", await machine.DoAsync("cat", Settings), StringComparison.Ordinal);
        Assert.Equal("root nearcall-server 640\n", await machine.DoAsync("stat", "--format=%U %G %a", Settings));

        // Settings that somebody has changed stay, whichever way the version goes.
        const string Mine = """{ "Port": 8001, "Stop": { "NotReady": 0 } }""";
        await machine.DoAsync("sh", "-c", $"echo '{Mine}' > {Settings} && systemctl restart {ServedCalls.Unit}");
        await InstallAsync(machine, package);
        await AssertServesAsync(machine, 8001, Publication.Version);
        Assert.Equal(Mine, (await machine.DoAsync("cat", Settings)).Trim());

        // A service that somebody has switched off is not switched on.
        await machine.DoAsync("systemctl", "disable", "--now", ServedCalls.Unit);
        await InstallAsync(machine, next);
        Assert.Equal("inactive", await machine.ShowAsync(ServedCalls.Unit, "ActiveState"));
        Assert.Equal("disabled", await machine.ShowAsync(ServedCalls.Unit, "UnitFileState"));
        await machine.DoAsync("systemctl", "enable", "--now", ServedCalls.Unit);
        await AssertServesAsync(machine, 8001, "99.0.0");

        await machine.DoAsync("dpkg", "--remove", "nearcall-server");
        Assert.Equal("refused", await MachineNetwork.KnockAsync(machine.Network.Client, 8001));
        Assert.Equal(Mine, (await machine.DoAsync("cat", Settings)).Trim());
        Assert.NotEqual(0, (await machine.RunAsync("test", "-e", "/usr/lib/nearcall-server")).ExitCode);

        await InstallAsync(machine, package);
        await AssertServesAsync(machine, 8001, Publication.Version);

        await AssertServesWithCertificateAsync(machine);

        await machine.DoAsync("dpkg", "--purge", "nearcall-server");
        Assert.Equal("refused", await MachineNetwork.KnockAsync(machine.Network.Client, 8443));
        Assert.Equal(before, await FilesAsync(machine));
        Assert.NotEqual(0, (await machine.RunAsync("getent", "passwd", "nearcall-server")).ExitCode);
        Assert.NotEqual(0, (await machine.RunAsync("getent", "group", "nearcall-server")).ExitCode);
        Assert.Equal("running", (await machine.DoAsync("systemctl", "is-system-running")).Trim());
    }

    // The same program under a later version, with other settings.
    private async Task<string> MakeNextAsync(string package)
    {
        var tree = Path.Combine(_folder, "tree");
        await Host.DoAsync("dpkg-deb", "--raw-extract", package, tree);
        var control = Path.Combine(tree, "DEBIAN/control");
        await File.WriteAllTextAsync(
            control, Regex.Replace(await File.ReadAllTextAsync(control), "(?m)^Version: .*$", "Version: 99.0.0"));
        await File.AppendAllTextAsync(tree + Settings, "// Of the next version\n");
        var next = Path.Combine(_folder, "next.deb");
        await Host.DoAsync("dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, next);
        return next;
    }

    // As cloud-init and a careful administrator do.
    private static Task<string> InstallAsync(FreshMachine machine, string package) => machine.DoAsync(
        "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends", "--allow-downgrades", "--reinstall",
        "-o", "Dpkg::Options::=--force-confold", $"{FreshMachine.Files}/{Path.GetFileName(package)}");

    private static async Task AssertServesAsync(FreshMachine machine, int port, string version)
    {
        Assert.Equal(version, await machine.DoAsync("dpkg-query", "--show", "--showformat=${Version}", "nearcall-server"));
        Assert.Equal("enabled", await machine.ShowAsync(ServedCalls.Unit, "UnitFileState"));
        Assert.Equal("active", await machine.ShowAsync(ServedCalls.Unit, "ActiveState"));
        await machine.AssertCallsAsync(port);
    }

    // As docs/packages.md says: the service may read the key, and nobody else but root.
    private static async Task AssertServesWithCertificateAsync(FreshMachine machine)
    {
        const string Script = """
            cd /root
            openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=rpc -days 1 -keyout server.key -out server.pem 2> openssl.log
            install --owner=root --group=nearcall-server --mode=0640 server.pem server.key /etc/nearcall-server
            cat > /etc/nearcall-server/settings.json << END
            { "Port": 8443, "Tls": { "Certificate": "/etc/nearcall-server/server.pem", "Key": "/etc/nearcall-server/server.key" } }
            END
            runuser -u nearcall-server -- /usr/lib/nearcall-server/nearcall-server --settings /etc/nearcall-server/settings.json --check
            systemctl restart nearcall-server
            """;
        await machine.DoAsync("sh", "-ec", Script);

        var answer = await MachineNetwork.RunAsync(
            machine.Network.Client, "curl", "--silent", "--insecure", $"https://{MachineNetwork.MachineAddress}:8443/health/ready");
        Assert.Equal("ready\n", answer.Output);
    }

    private static Task<string> FilesAsync(FreshMachine machine) => machine.DoAsync(
        "sh", "-c", $"find / -xdev -name '*nearcall*' -not -path '{FreshMachine.Files}/*' -not -path '/tmp/*' | sort");
}
