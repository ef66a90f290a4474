namespace Nearcall.Tool;

/// <summary>What the tool sees of the process around it. A test gives it another one.</summary>
internal sealed class ToolEnvironment
{
    /// <summary>Where answers go, and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where faults, errors and the wire go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What <c>-</c> reads where a file is asked for.</summary>
    public required Stream Input { get; init; }

    /// <summary>Whether a person looks at <see cref="Output"/> through a terminal, which obeys control characters.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Looks up an environment variable.</summary>
    public required Func<string, string?> GetVariable { get; init; }

    /// <summary>Asks a person for a secret, without showing it. Null where there is nobody to ask.</summary>
    public Func<string, string>? AskSecret { get; init; }
}
