namespace Nearcall.Deployment.Tests.Fleet;

/// <summary>What docs/fleet.md promises, by the short form of <c>eng/fleet</c>.</summary>
[Collection(FleetRuns.Name)]
[Trait("Size", "Long")]
public sealed class FleetTests
{
    [Fact]
    public async Task Servers_KilledDrainedAndFrozen_LoseNoIdempotentCallAndRunNoOtherTwice()
    {
        FleetRuns.Require("ip", "nginx");

        var run = await FleetRuns.RunAsync("tests/Nearcall.Fleet", "3");

        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>The test above would notice: a proxy that sends again what was cut off runs calls twice.</summary>
    [Fact]
    public async Task Proxy_ThatSendsAgain_IsNoticed()
    {
        FleetRuns.Require("ip", "nginx");

        var run = await FleetRuns.RunAsync("tests/Nearcall.Fleet", "1", "--send-again");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("was executed 2 times", run.Output, StringComparison.Ordinal);
    }
}
