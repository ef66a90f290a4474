namespace Nearcall.Fleet.Load;

/// <summary>What happens to a server.</summary>
internal enum Blow
{
    /// <summary>Nothing: all three serve.</summary>
    None,

    /// <summary>Killed with signal 9, and started again.</summary>
    Killed,

    /// <summary>Stopped in order by SIGTERM, and started again.</summary>
    Drained,

    /// <summary>Frozen by SIGSTOP, and let go on.</summary>
    Frozen,
}
