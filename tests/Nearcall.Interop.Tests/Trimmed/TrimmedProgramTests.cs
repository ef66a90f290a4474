using System.Runtime.InteropServices;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Trimmed;

/// <summary>Server, client and core survive the trimmer, which looks at every member of theirs.</summary>
public sealed class TrimmedProgramTests
{
    // The portable one: a build of a Linux distribution names itself instead.
    private static string RuntimeIdentifier =>
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-") + Architecture;

    private static string Architecture =>
        RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";

    [Fact]
    public async Task Publish_TrimmedAndSelfContained_GivesNoWarningAndRuns()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Repository.Artifacts("trimmed");

        var publish = await DotNet.RunAsync(
            cancellationToken,
            "publish", "tests/Nearcall.Trimmed", "--configuration", Repository.Configuration, "--output", folder,
            "--runtime", RuntimeIdentifier, "--self-contained", "-maxcpucount:1");

        Assert.DoesNotContain("warning", publish.ThrowIfFailed(), StringComparison.OrdinalIgnoreCase);
        var size = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"Published: {size / 1e6:0.0} MB");
        Assert.InRange(size, 1, 60_000_000);
        FiveLines.AssertPrinted(await ProgramRun.RunAsync(new(Path.Combine(folder, "Nearcall.Trimmed")), cancellationToken));
    }
}
