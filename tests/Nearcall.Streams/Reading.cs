namespace Nearcall.Streams;

/// <summary>A struct of four members, as a sensor may send it.</summary>
internal sealed record Reading(int Number, string Sensor, double Value, bool IsValid);
