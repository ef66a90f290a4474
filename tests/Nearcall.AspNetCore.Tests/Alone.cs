namespace Nearcall.AspNetCore.Tests;

/// <summary>Tests that listen to all of the process, or count what it does, run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
