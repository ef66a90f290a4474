using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.EndToEnd;

/// <summary>
/// The measurements still run: every server answers what it should, under load, over HTTP/1.1 and HTTP/2. How fast it was does not count.
/// </summary>
public sealed class ShortFormTests
{
    [Theory]
    [InlineData("gate", "wrk", "--version")]
    [InlineData("http2", "h2load", "--version")]
    [InlineData("batching", "wrk", "--version")]
    public async Task Comparison_InItsShortForm_RunsToItsEnd(string comparison, string load, string version)
    {
        Require(load, version);
        var program = Path.Combine(
            Repository.Root, "bench", "Nearcall.EndToEnd", "bin", Repository.Configuration, "net10.0", "Nearcall.EndToEnd.dll");

        var run = await ProgramRun.RunAsync(DotNet.Command(program, "--short", comparison), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("left out", run.ThrowIfFailed(), StringComparison.Ordinal);
    }

    /// <summary>Skips the test that runs, or lets it fail where CI is true, if there is no such program.</summary>
    private static void Require(string program, string version)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, version) { RedirectStandardOutput = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            var problem = $"There is no {program} on this machine.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", problem);
            Assert.Fail(problem);
        }
    }
}
