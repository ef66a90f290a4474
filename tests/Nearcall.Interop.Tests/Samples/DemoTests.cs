using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

public sealed class DemoTests
{
    [Fact]
    public async Task Run_FromTheRootOfTheRepository_PrintsTheFiveLines()
    {
        var run = await DotNet.RunAsync(TestContext.Current.CancellationToken, "run", "samples/demo.cs");

        FiveLines.AssertPrinted(run);
    }
}
