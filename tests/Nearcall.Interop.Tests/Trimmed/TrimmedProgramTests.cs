using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Trimmed;

/// <summary>Server, client and core survive the trimmer, which looks at every member of theirs.</summary>
[Trait("Size", "Long")]
public sealed class TrimmedProgramTests
{
    [Fact]
    public async Task Publish_TrimmedAndSelfContained_GivesNoWarningAndRuns()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Repository.Artifacts("trimmed");

        var publish = await DotNet.RunAsync(
            cancellationToken,
            "publish", "tests/Nearcall.Trimmed", "--configuration", Repository.Configuration, "--output", folder,
            "--runtime", DotNet.RuntimeIdentifier, "--self-contained", "-maxcpucount:1");

        Assert.DoesNotContain("warning", publish.ThrowIfFailed(), StringComparison.OrdinalIgnoreCase);
        var size = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"Published: {size / 1e6:0.0} MB");
        Assert.InRange(size, 1, 60_000_000);
        FiveLines.AssertPrinted(await ProgramRun.RunAsync(new(Path.Combine(folder, "Nearcall.Trimmed")), cancellationToken));
    }
}
