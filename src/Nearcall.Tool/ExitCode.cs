namespace Nearcall.Tool;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    /// <summary>The server answered.</summary>
    public const int Answer = 0;

    /// <summary>The server answered with a fault.</summary>
    public const int Fault = 1;

    /// <summary>No answer came, or none that can be read or printed.</summary>
    public const int NoAnswer = 2;

    /// <summary>The command line is wrong, and nothing was sent.</summary>
    public const int Usage = 3;

    /// <summary>Ctrl+C: what shells expect of a program that ended by SIGINT.</summary>
    public const int Interrupted = 130;
}
