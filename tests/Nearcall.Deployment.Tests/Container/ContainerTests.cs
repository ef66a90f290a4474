using System.Diagnostics;
using System.Text.Json.Nodes;
using Nearcall.Deployment.Tests.Machine;
using Nearcall.Deployment.Tests.Publishing;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Container;

/// <summary>The image runs with nothing that a process can be denied, and serves all the same.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed class ContainerTests : IAsyncLifetime
{
    private static int _count;

    private readonly string _space = $"nearcall-container-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}";
    private readonly string _storage = Directory.CreateTempSubdirectory("nearcall-").FullName;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private string[] Podman =>
        ["--root", $"{_storage}/root", "--runroot", $"{_storage}/run", "--storage-driver", "vfs", "--runtime", "runc"];

    private string Image => $"localhost/nearcall-server:{Publication.Version}";

    public async ValueTask InitializeAsync()
    {
        Host.Require("podman", "runc");
        await Host.DoAsync("ip", "netns", "add", _space);
        await Host.DoAsync("ip", "-n", _space, "link", "set", "lo", "up");
        await Host.DoAsync("podman", [.. Podman, "load", "--quiet", "--input", await Publication.ImageAsync()]);
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists($"/run/netns/{_space}"))
        {
            await Host.TidyAsync("podman", [.. Podman, "rm", "--all", "--force", "--time=0"]);
            await Host.TidyAsync("ip", "netns", "delete", _space);
        }

        await Host.TidyAsync("rm", "-rf", _storage);
    }

    [Fact]
    public async Task Image_DeniedEverything_AnswersAndStopsInTime()
    {
        var client = await Publication.ClientAsync();
        using var server = Start("--name=server");
        await WaitUntilReadyAsync();

        FiveLines.AssertPrinted(await MachineNetwork.RunAsync(_space, client, "http://127.0.0.1:8000/RPC2"));
        var process = JsonNode.Parse(await Host.DoAsync("podman", [.. Podman, "inspect", "server"]))![0]!["State"]!["Pid"]!.GetValue<int>();
        var status = await File.ReadAllTextAsync($"/proc/{process}/status", CancellationToken);
        Assert.Matches(@"(?m)^Uid:\t65532\t65532\t65532\t65532$", status);
        Assert.Matches(@"(?m)^CapBnd:\t0+$", status);
        Assert.Matches(@"(?m)^NoNewPrivs:\t1$", status);
        Assert.Matches(@"(?m)^\d+ \d+ \S+ \S+ / ro,", await File.ReadAllTextAsync($"/proc/{process}/mountinfo", CancellationToken));

        var watch = Stopwatch.StartNew();
        await Host.DoAsync("podman", [.. Podman, "stop", "--time=30", "server"]);
        await server.WaitForExitAsync(CancellationToken);

        Say($"Stopped after {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 29);
        Assert.Equal(0, server.ExitCode);
    }

    [Fact]
    public async Task Image_WithAWrongSetting_SaysSoInOneLine()
    {
        using var server = Start("--env=NEARCALL_PORT=many");
        var errors = await server.StandardError.ReadToEndAsync(CancellationToken);
        await server.WaitForExitAsync(CancellationToken);

        Assert.Equal(3, server.ExitCode);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("NEARCALL_PORT", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Image_AsItIs_IsSmallAndRunsAsNobody()
    {
        var image = JsonNode.Parse(await Host.DoAsync("podman", [.. Podman, "image", "inspect", Image]))![0]!;

        var size = image["Size"]!.GetValue<long>();
        Say($"Image: {size / 1e6:0.0} MB, to fetch {new FileInfo(await Publication.ImageAsync()).Length / 1e6:0.0} MB");
        Assert.InRange(size, 1, 90_000_000);
        Assert.Equal("65532:65532", (string?)image["User"]);
        Assert.Equal(Publication.Version, (string?)image["Labels"]!["org.opencontainers.image.version"]);
        var folder = (await Host.DoAsync("podman", [.. Podman, "image", "mount", Image])).Trim();
        Assert.True(File.Exists($"{folder}/etc/ssl/certs/ca-certificates.crt"));
        var papers = $"{folder}/usr/share/doc/nearcall-server";
        var notices = await File.ReadAllTextAsync($"{papers}/THIRD-PARTY-NOTICES.txt", CancellationToken);
        var bill = await File.ReadAllTextAsync($"{papers}/sbom.spdx.json", CancellationToken);
        Assert.Contains("OpenSSL", notices, StringComparison.Ordinal);
        Assert.Contains("pkg:deb/debian/libssl3", bill, StringComparison.Ordinal);
        Assert.False(File.Exists($"{folder}/bin/sh"));
        await Host.DoAsync("podman", [.. Podman, "image", "unmount", Image]);
    }

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    // In a container of its own the test runner may not raise limits; those of podman's default would be higher than it has.
    private Process Start(params string[] options) => Process.Start(new ProcessStartInfo("podman",
    [
        .. Podman, "run", "--rm", "--network", $"ns:/run/netns/{_space}", "--read-only", "--read-only-tmpfs=false", "--cap-drop=all",
        "--security-opt=no-new-privileges", "--memory=256m", "--pids-limit=100", "--ulimit=nofile=1024:4096", "--ulimit=nproc=1024:4096",
        .. options, Image,
    ]) { RedirectStandardOutput = false, RedirectStandardError = true })!;

    private Task WaitUntilReadyAsync() => Host.WaitAsync("The server is ready", TimeSpan.FromSeconds(30), async () =>
        (await MachineNetwork.RunAsync(_space, "curl", "--silent", "http://127.0.0.1:8000/health/ready")).Output == "ready\n");
}
