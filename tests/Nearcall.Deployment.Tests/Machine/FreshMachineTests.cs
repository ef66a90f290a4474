using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nearcall.Deployment.Tests.Azure;
using Nearcall.Deployment.Tests.Package;
using Nearcall.Deployment.Tests.Publishing;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>From a bare machine to an answered call, through the security group, and on through kills and restarts.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed partial class FreshMachineTests
{
    [Fact]
    public async Task Machine_MadeAsTheTemplateSays_AnswersFromTheWorld()
    {
        Host.Require("mmdebstrap", "systemd-nspawn", "nft", "python3", "curl");
        var package = await Publication.PackageAsync();
        await Publication.ClientAsync();
        await MachineRoot.FolderAsync();
        var watch = Stopwatch.StartNew();
        await using var machine = await FreshMachine.CreateAsync(await UserDataAsync(package), package);
        await machine.Network.SetRulesAsync(
            SecurityGroup.Load(network: IPNetwork.Parse("10.77.2.0/24")).ToNftables(MachineNetwork.World));

        await machine.BootAsync();
        await machine.AssertCallsAsync();
        Say($"From switching on to the answers: {watch.Elapsed.TotalSeconds:0.0} s");

        await AssertDoorsAsync(machine);
        await AssertConfinedAsync(machine);
        await AssertLoggedAsync(machine);
        await AssertComesBackAfterKillAsync(machine);

        await machine.RebootAsync();
        await machine.WaitUntilReadyAsync();
        await machine.AssertCallsAsync();
        Say($"With a kill and a restart: {watch.Elapsed.TotalSeconds:0.0} s");
    }

    // As the template gives it to the machine, but for the archive, which has no way to the machine of this test.
    private static async Task<string> UserDataAsync(string package)
    {
        var parameters = new JsonObject
        {
            ["packageUri"] = $"file://{FreshMachine.Files}/{Path.GetFileName(package)}",
            ["packageSha256"] = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(package))),
            ["settings"] = new JsonObject { ["RequestLog"] = true, ["Stop"] = new JsonObject { ["NotReady"] = 0.5 } },
        };
        var text = CloudInit.Of(Template.Load("deploy/azure/machine.json", parameters)).Text;
        var offline = FromTheArchive().Replace(text, "");
        Assert.NotEqual(text, offline);
        return offline + "\nlocale: C.UTF-8\n";
    }

    [GeneratedRegex(@"^(package_update: true\n|packages:\n(  - .*\n)+)", RegexOptions.Multiline)]
    private static partial Regex FromTheArchive();

    // Something listens on 1099, and is heard from next door: it is the rules that keep the world out.
    private static async Task AssertDoorsAsync(FreshMachine machine)
    {
        await machine.DoAsync("systemd-run", "--unit=door", "python3", "-m", "http.server", "1099");
        await Host.WaitAsync(
            "Port 1099 is open from next door",
            TimeSpan.FromSeconds(20),
            async () => await MachineNetwork.KnockAsync(machine.Network.Edge, 1099) == "open");

        Assert.Equal("silent", await MachineNetwork.KnockAsync(machine.Network.Client, 1099));
        Assert.Equal("open", await MachineNetwork.KnockAsync(machine.Network.Client, 8000));
        Assert.Equal("open", await MachineNetwork.KnockAsync(machine.Network.Client, 22));
        Assert.Equal("refused", await MachineNetwork.KnockAsync(machine.Network.Client, 80));
        Assert.Equal("refused", await MachineNetwork.KnockAsync(machine.Network.Client, 443));
        Assert.Equal("silent", await MachineNetwork.KnockAsync(machine.Network.Client, 8001));

        var rules = await machine.Network.ReadRulesAsync();
        Say(rules);
        foreach (var rule in new[] { "300 SSH", "320 HTTP", "340 HTTPS", "1000 RPC", "65500 DenyAllInBound" })
        {
            Assert.Matches($"counter packets [1-9][0-9]* bytes [0-9]+ (accept|drop) comment \"{rule}\"", rules);
        }
    }

    private static async Task AssertConfinedAsync(FreshMachine machine)
    {
        var status = await machine.DoAsync("cat", $"/proc/{await machine.ShowAsync(ServedCalls.Unit, "MainPID")}/status");
        Assert.DoesNotMatch(@"(?m)^Uid:\t0\b", status);
        Assert.Matches(@"(?m)^CapEff:\t0+$", status);
        Assert.Matches(@"(?m)^CapBnd:\t0+$", status);
        Assert.Matches(@"(?m)^NoNewPrivs:\t1$", status);
        Assert.Matches(@"(?m)^Seccomp:\t2$", status);

        var exposure = await machine.DoAsync("systemd-analyze", "security", "--no-pager", ServedCalls.Unit);
        Assert.InRange(ServiceUnitTests.Exposure(exposure), 0, 1.4);
    }

    private static async Task AssertLoggedAsync(FreshMachine machine)
    {
        var journal = await machine.DoAsync("journalctl", "--unit", ServedCalls.Unit, "--output=cat", "--no-pager");

        Assert.Contains("RPC Server running on port 8000...", journal, StringComparison.Ordinal);
        Assert.Matches($@"(?m)^{Regex.Escape(MachineNetwork.ClientAddress)} - - \[.*\] ""POST /RPC2 HTTP/1\.[01]"" 200 -$", journal);
    }

    private static async Task AssertComesBackAfterKillAsync(FreshMachine machine)
    {
        var before = await machine.ShowAsync(ServedCalls.Unit, "MainPID");
        var restarts = await machine.ShowAsync(ServedCalls.Unit, "NRestarts");

        await machine.DoAsync("kill", "-KILL", before);

        await Host.WaitAsync(
            "The server has a new process",
            TimeSpan.FromSeconds(20),
            async () => await machine.ShowAsync(ServedCalls.Unit, "NRestarts") != restarts);
        await machine.WaitUntilReadyAsync();
        Assert.NotEqual(before, await machine.ShowAsync(ServedCalls.Unit, "MainPID"));
        await machine.AssertCallsAsync();
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
