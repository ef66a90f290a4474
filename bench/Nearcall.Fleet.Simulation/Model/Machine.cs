namespace Nearcall.Fleet.Simulation.Model;

/// <summary>A server: calls wait in a line, and one is executed at a time.</summary>
internal sealed class Machine
{
    /// <summary>Whether it takes connections.</summary>
    public bool Listens { get; set; } = true;

    /// <summary>Whether it is gone without a word: nothing that is sent to it is answered, not even a connection.</summary>
    public bool IsGone { get; set; }

    /// <summary>Until when the proxy leaves it out.</summary>
    public double OutUntil { get; set; }

    /// <summary>What is being executed; its end is for this alone.</summary>
    public Attempt? Executing { get; set; }

    public Queue<Attempt> Line { get; } = [];

    public int Load => Line.Count + (Executing is null ? 0 : 1);
}
