namespace Nearcall.Server.Hosting;

/// <summary>A server that cannot start, though its settings are in order. The message is one line.</summary>
internal sealed class StartException(string message, Exception inner) : Exception(message, inner);
