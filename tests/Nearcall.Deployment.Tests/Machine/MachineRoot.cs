using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Nearcall.Deployment.Tests.Azure;
using YamlDotNet.RepresentationModel;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>The bare system of a new machine: Debian, with what an image of a cloud has, and nothing of ours.</summary>
internal static class MachineRoot
{
    private const string Suite = "bookworm";

    // Outside of the repository, as other tests walk through all of that, and a root has links that lead anywhere.
    private const string Cache = "/var/tmp/nearcall-tests";

    private static readonly string[] Image =
    [
        "systemd", "systemd-sysv", "dbus", "libpam-systemd", "udev", "ifupdown", "iproute2", "cloud-init", "openssh-server", "python3", "tzdata",
        "libstdc++6", "libssl3",
    ];

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>The folder of the root, which is never written to. It stays, so that the next run need not make it.</summary>
    public static Task<string> FolderAsync() => Made.Value;

    // The machine has no way to the archive, so what cloud-init would fetch from there lies in the root already.
    private static async Task<string> MakeAsync()
    {
        var ordered = (YamlSequenceNode)CloudInit.Of(Template.Load("deploy/azure/machine.json")).Root["packages"];
        var packages = string.Join(',', Image.Concat(ordered.Select(package => package.ToString())).Order(StringComparer.Ordinal));
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(packages)))[..12];
        var folder = $"{Cache}/root-{Suite}-{name}";
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var unfinished = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(Cache);
        var watch = Stopwatch.StartNew();
        await Host.DoAsync("mmdebstrap", "--quiet", "--variant=minbase", "--format=directory", $"--include={packages}", Suite, unfinished);
        TestContext.Current.TestOutputHelper?.WriteLine($"A bare root: {watch.Elapsed.TotalSeconds:0} s");

        // Nobody answers their questions here, and a start would wait for them.
        foreach (var unit in new[] { "systemd-networkd-wait-online.service", "systemd-firstboot.service", "apt-daily.timer", "apt-daily-upgrade.timer" })
        {
            File.CreateSymbolicLink($"{unfinished}/etc/systemd/system/{unit}", "/dev/null");
        }

        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            await Host.DoAsync("rm", "-rf", unfinished);
        }

        return folder;
    }
}
