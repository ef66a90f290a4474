namespace Nearcall.Fleet.Simulation.Model;

/// <summary>What callers do about a call that failed, if it is idempotent.</summary>
/// <param name="Name">What the tables call them.</param>
/// <param name="Attempts">How often a call is tried at most.</param>
/// <param name="BackOff">Seconds before the second attempt; each further wait is twice as long.</param>
/// <param name="MaxBackOff">The longest wait.</param>
/// <param name="Budget">How many further attempts a call brings in for all callers together; null where nothing bounds them.</param>
internal sealed record CallerPolicy(string Name, int Attempts, double BackOff, double MaxBackOff, double? Budget = null)
{
    public static CallerPolicy None { get; } = new("never try again", 1, 0, 0);

    /// <summary>The defaults of XmlRpcRetryOptions.</summary>
    public static CallerPolicy Nearcall { get; } = new("as Nearcall's: 3 times, one in ten", 3, 0.2, 10, 0.1);

    /// <summary>The same without its budget.</summary>
    public static CallerPolicy Unbounded { get; } = Nearcall with { Name = "so, but without a budget", Budget = null };

    public static CallerPolicy AtOnce { get; } = new("at once, 3 times", 3, 0, 0);

    public static CallerPolicy Endless { get; } = new("at once, 20 times", 20, 0, 0);

    /// <summary>The wait after an attempt; of each a random part of up to one half is left out.</summary>
    public double WaitAfter(int attempt, Random random) =>
        Math.Min(BackOff * Math.Pow(2, attempt - 1), MaxBackOff) * (1 - random.NextDouble() / 2);
}
