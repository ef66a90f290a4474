namespace Nearcall.Server.Tests.Telemetry;

/// <summary>A metric as OTLP carries it.</summary>
internal sealed class ReceivedMetric(ProtobufMessage metric)
{
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    public string Name => metric.Text(1);

    public string Unit => metric.Text(3);

    /// <summary>The number of values, where it is a histogram.</summary>
    public long Count => metric.All(Histogram, 1).Sum(point => (long)point.Number(4));

    /// <summary>Whether it is a sum that only grows.</summary>
    public bool IsCounter => metric.Messages(Sum).Any(sum => sum.Number(3) != 0);

    public bool IsHistogram => metric.Messages(Histogram).Any();

    /// <summary>The names of the attributes of its points.</summary>
    public IReadOnlySet<string> Attributes =>
        metric.All(Histogram, 1, 9).Concat(metric.All(Sum, 1, 7)).Concat(metric.All(Gauge, 1, 7)).Select(attribute => attribute.Text(1)).ToHashSet();
}
