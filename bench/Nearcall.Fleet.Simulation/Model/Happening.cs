namespace Nearcall.Fleet.Simulation.Model;

/// <summary>Something that happens to a part of the fleet.</summary>
/// <param name="At">When, in seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="From">The first machine, as a share of all.</param>
/// <param name="To">The machine behind the last, as a share of all.</param>
internal readonly record struct Happening(double At, HappeningKind Kind, double From, double To);

/// <summary>What can happen to a machine.</summary>
internal enum HappeningKind
{
    /// <summary>SIGTERM: takes no more connections, answers what it has.</summary>
    Stop,

    /// <summary>kill -9: what it had is cut off; connections are refused.</summary>
    Kill,

    /// <summary>Power or network gone: nothing is answered, no connection refused.</summary>
    Vanish,

    /// <summary>There again.</summary>
    Start,
}
