namespace Nearcall.Fleet.Simulation.Model;

/// <summary>What is asked of a fleet, and what happens to it.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Seconds">How long calls come.</param>
/// <param name="Load">The share of what the whole fleet can do that is asked of it at a time.</param>
/// <param name="Happenings">What happens when, to which share of the machines.</param>
/// <param name="ServersNotice">Whether servers leave out a call whose caller has gone; else they execute it for nobody.</param>
internal sealed record Scenario(
    string Name, double Seconds, Func<double, double> Load, IReadOnlyList<Happening> Happenings, bool ServersNotice = true)
{
    /// <summary>When the storm is over.</summary>
    public const double StormEnd = 25;

    private const double Half = 0.5;

    /// <summary>A tenth of the machines at a time, at least one: each is stopped in order and back four seconds later.</summary>
    public static Scenario Deploy { get; } = new(
        "deploy, a tenth at a time",
        70,
        _ => Half,
        [.. Enumerable.Range(0, 10).SelectMany(tenth => new[]
        {
            new Happening(5 + 6 * tenth, HappeningKind.Stop, tenth / 10.0, (tenth + 1) / 10.0),
            new Happening(9 + 6 * tenth, HappeningKind.Start, tenth / 10.0, (tenth + 1) / 10.0),
        })]);

    /// <summary>A tenth of the machines is killed at once; with ten machines that is one.</summary>
    public static Scenario Killed { get; } = new(
        "a tenth killed", 40, _ => Half, [new(5, HappeningKind.Kill, 0, 0.1), new(15, HappeningKind.Start, 0, 0.1)]);

    /// <summary>Three in ten go without a word and stay away.</summary>
    public static Scenario ZoneLost { get; } = new("a zone lost, three in ten", 45, _ => Half, [new(5, HappeningKind.Vanish, 0, 0.3)]);

    /// <summary>For twenty seconds twice as much is asked as the fleet can do.</summary>
    public static Scenario Storm { get; } = new("twice too much for 20 s", 120, time => time is >= 5 and < StormEnd ? 2 : Half, []);

    /// <summary>The same with servers that execute what nobody waits for any more, as most do.</summary>
    public static Scenario BlindStorm { get; } = Storm with { ServersNotice = false };
}
