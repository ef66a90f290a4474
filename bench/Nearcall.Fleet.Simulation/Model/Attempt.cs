namespace Nearcall.Fleet.Simulation.Model;

/// <summary>One attempt of a call on its way through the proxy.</summary>
internal sealed class Attempt(SimulatedCall call)
{
    public SimulatedCall Call => call;

    /// <summary>When the proxy got it.</summary>
    public double Start { get; set; }

    /// <summary>How many servers the proxy has tried to connect to.</summary>
    public int Tries { get; set; }

    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsOver { get; set; }

    /// <summary>Where it waits or is executed.</summary>
    public Machine? At { get; set; }
}
