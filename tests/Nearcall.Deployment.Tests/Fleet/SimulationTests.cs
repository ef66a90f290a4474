namespace Nearcall.Deployment.Tests.Fleet;

/// <summary>What docs/scale.md says of any number of machines. The simulation itself checks what must hold, and names what does not.</summary>
[Collection(FleetRuns.Name)]
public sealed class SimulationTests
{
    [Fact]
    public async Task Simulation_Short_HoldsWhatMustHold()
    {
        var run = await FleetRuns.RunAsync("bench/Nearcall.Fleet.Simulation", "--short");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Simulation_SameSeed_SaysTheSame()
    {
        var first = await FleetRuns.RunAsync("bench/Nearcall.Fleet.Simulation", "--short", "--seed", "7");
        var second = await FleetRuns.RunAsync("bench/Nearcall.Fleet.Simulation", "--short", "--seed", "7");

        Assert.Equal(first.Output, second.Output);
    }

    /// <summary>The invariants would notice: callers that retry without end and without a budget are no longer bounded by what is promised.</summary>
    [Fact]
    public async Task Simulation_OfCallersWhoNeverGiveUp_BreaksWhatMustHold()
    {
        var run = await FleetRuns.RunAsync("bench/Nearcall.Fleet.Simulation", "--short", "--attempts", "20", "--no-budget");

        Assert.Equal(1, run.ExitCode);
    }
}
