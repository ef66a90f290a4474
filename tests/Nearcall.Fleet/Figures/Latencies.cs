using System.Globalization;

namespace Nearcall.Fleet.Figures;

/// <summary>How long calls took, in order.</summary>
internal sealed class Latencies(IEnumerable<double> seconds)
{
    private readonly double[] _sorted = [.. seconds.Order()];

    public int Count => _sorted.Length;

    public double Greatest => _sorted.Length == 0 ? 0 : _sorted[^1];

    /// <summary>What this share of the calls did not exceed.</summary>
    public double At(double share) => _sorted.Length == 0 ? 0 : _sorted[Math.Min(_sorted.Length - 1, (int)Math.Ceiling(share * _sorted.Length) - 1)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {1000 * At(0.5):0.0}, p99 {1000 * At(0.99):0.0}, p99.9 {1000 * At(0.999):0}, max {1000 * Greatest:0} ms");
}
