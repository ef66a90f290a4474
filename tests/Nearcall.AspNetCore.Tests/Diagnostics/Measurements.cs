using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall.AspNetCore.Tests.Diagnostics;

/// <summary>What the server of an application measures while it lives.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<Point> _points = new();
    private readonly MeterListener _listener = new();

    public Measurements(IServiceProvider services)
    {
        var scope = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope && instrument.Meter.Name == XmlRpcServerDiagnostics.MeterName)
            {
                Instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(Record);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Record(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Record(instrument, value, tags, state));
        _listener.Start();
    }

    public List<Instrument> Instruments { get; } = [];

    public IReadOnlyList<Point> Of(string instrument) => [.. _points.Where(point => point.Instrument == instrument)];

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var texts = new Dictionary<string, string?>();
        foreach (var (key, content) in tags)
        {
            texts[key] = content?.ToString();
        }

        _points.Enqueue(new Point(instrument.Name, value, texts));
    }
}

internal sealed record Point(string Instrument, double Value, Dictionary<string, string?> Tags);
