using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nearcall.AspNetCore.Tests.Diagnostics;

/// <summary>The spans that end while it lives.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == XmlRpcServerDiagnostics.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Waits for the first span to end.</summary>
    public Task WaitAsync() => _first.Task.WaitAsync(TestContext.Current.CancellationToken);

    public IReadOnlyList<Activity> Ended => [.. _ended];

    public void Dispose() => _listener.Dispose();

    private void Add(Activity span)
    {
        _ended.Enqueue(span);
        _first.TrySetResult();
    }
}
