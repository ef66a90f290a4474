namespace Nearcall.Tool;

/// <summary>The command line asks for something that cannot be done. The message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);
