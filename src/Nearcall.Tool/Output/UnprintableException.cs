namespace Nearcall.Tool.Output;

/// <summary>An answer came that the format asked for cannot hold.</summary>
internal sealed class UnprintableException(string message) : Exception(message);
