namespace Nearcall.Fleet.Simulation.Inputs;

/// <summary>What nobody can measure for a reader. Each is an option of the program.</summary>
/// <param name="CoreHour">Money for a core for an hour.</param>
/// <param name="Gigabyte">Money for a gigabyte that leaves the data centre.</param>
/// <param name="Octets">Octets that an answer has on the wire, head included.</param>
/// <param name="Use">The share of its cores that a fleet is loaded to.</param>
/// <param name="Cores">Cores of a machine.</param>
internal sealed record Assumptions(double CoreHour, double Gigabyte, double Octets, double Use, int Cores);
