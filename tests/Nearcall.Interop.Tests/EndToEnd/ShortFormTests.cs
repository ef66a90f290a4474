using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.EndToEnd;

/// <summary>
/// The measurements still run: every server answers what it should, under load, over HTTP/1.1 and HTTP/2. How fast it was does not count.
/// </summary>
public sealed class ShortFormTests
{
    [Theory]
    [InlineData("gate", "wrk")]
    [InlineData("http2", "h2load")]
    [InlineData("batching", "wrk")]
    public async Task Comparison_InItsShortForm_RunsToItsEnd(string comparison, string load)
    {
        PeerProgram.Require(load);
        var program = Path.Combine(
            Repository.Root, "bench", "Nearcall.EndToEnd", "bin", Repository.Configuration, "net10.0", "Nearcall.EndToEnd.dll");

        var run = await ProgramRun.RunAsync(DotNet.Command(program, "--short", comparison), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("left out", run.ThrowIfFailed(), StringComparison.Ordinal);
    }
}
