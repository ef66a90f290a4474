using System.Diagnostics;
using Nearcall.Deployment.Tests.Publishing;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Package;

/// <summary>The Debian package, as the tools of Debian read it.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed class PackageTests
{
    [Fact]
    public async Task Content_OfThePackage_IsAllOfIt()
    {
        var lines = (await ReadAsync("--contents")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => !parts[^1].EndsWith('/'))
            .Select(parts => $"{parts[0]} {parts[1]} {parts[^1][1..]}");

        Assert.Equal(
            [
                "-rw-r--r-- root/root /etc/nearcall-server/settings.json",
                "-rwxr-xr-x root/root /usr/lib/nearcall-server/nearcall-server",
                "-rw-r--r-- root/root /usr/lib/systemd/system/nearcall-server.service",
                "-rw-r--r-- root/root /usr/lib/sysusers.d/nearcall-server.conf",
                "-rw-r--r-- root/root /usr/share/doc/nearcall-server/THIRD-PARTY-NOTICES.txt",
                "-rw-r--r-- root/root /usr/share/doc/nearcall-server/copyright",
                "-rw-r--r-- root/root /usr/share/doc/nearcall-server/sbom.spdx.json",
            ],
            lines);
    }

    [Fact]
    public async Task Control_OfThePackage_NamesVersionAndLibraries()
    {
        Assert.Equal(Publication.Version, (await ReadAsync("--field", "Version")).Trim());
        Assert.Equal("amd64", (await ReadAsync("--field", "Architecture")).Trim());
        Assert.Contains("libssl3t64 | libssl3", await ReadAsync("--field", "Depends"), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string what, params string[] more)
    {
        var package = await Publication.PackageAsync();
        var run = await ProgramRun.RunAsync(new ProcessStartInfo("dpkg-deb", [what, package, .. more]), TestContext.Current.CancellationToken);
        return run.ThrowIfFailed();
    }
}
