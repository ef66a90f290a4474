namespace Nearcall.Fleet.Simulation.Model;

/// <summary>A call with its attempts.</summary>
internal sealed class SimulatedCall(double start, bool isIdempotent)
{
    public double Start => start;

    public bool IsIdempotent => isIdempotent;

    public int Attempts { get; set; }
}
