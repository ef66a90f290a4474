using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nearcall.Fleet.Load;

/// <summary>
/// Calls at a fixed rate, whatever becomes of those before, one in two of each kind. Callers of the world do not wait for each other either.
/// Only so many are on their way at once; a call that has to wait for that has begun all the same, when it was due.
/// </summary>
internal sealed class CallLoad(IRegister register) : IDisposable
{
    /// <summary>How many calls are on their way at most.</summary>
    public const int Places = 256;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    private readonly ConcurrentQueue<Call> _ended = [];
    private readonly SemaphoreSlim _places = new(Places);
    private int _lastId;
    private int _pending;

    /// <summary>What is being done to a server now.</summary>
    public Blow Now { get; set; }

    /// <summary>How many calls are on their way.</summary>
    public int Pending => Volatile.Read(ref _pending);

    public void Dispose() => _places.Dispose();

    /// <summary>Takes the calls that have ended since it was asked before.</summary>
    public IReadOnlyList<Call> Take()
    {
        var calls = new List<Call>();
        while (_ended.TryDequeue(out var call))
        {
            calls.Add(call);
        }

        return calls;
    }

    /// <summary>As many calls as callers make who wait for each answer: calls per second.</summary>
    public async Task<double> MeasureAsync(int callers, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var first = _lastId;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            await Task.Yield();
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                var id = Interlocked.Increment(ref _lastId);
                Interlocked.Increment(ref _pending);
                await CallAsync(id, Stopwatch.GetTimestamp());
            }
        }));
        return (_lastId - first) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Calls until it is told to stop. Calls that are on their way then go on.</summary>
    public async Task RunAsync(double rate, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick);
        var start = Stopwatch.GetTimestamp();
        long made = 0;
        while (!stop.IsCancellationRequested)
        {
            for (var due = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate); made < due; made++)
            {
                var at = start + (long)(made / rate * Stopwatch.Frequency);
                var id = Interlocked.Increment(ref _lastId);
                await _places.WaitAsync(CancellationToken.None);
                Interlocked.Increment(ref _pending);
                _ = Task.Run(() => LeaveAfterAsync(CallAsync(id, at)), CancellationToken.None);
            }

            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task LeaveAfterAsync(Task call)
    {
        await call;
        _places.Release();
    }

    private async Task CallAsync(int id, long due)
    {
        var isIdempotent = id % 2 == 0;
        var blow = Now;
        var (outcome, error) = await EndOf(isIdempotent ? register.AddAsync(id, 1) : register.EnterAsync(id), isIdempotent ? id + 1 : id);
        _ended.Enqueue(new Call(id, isIdempotent, blow == Blow.None ? Now : blow, outcome, Stopwatch.GetElapsedTime(due).TotalSeconds, error));
        Interlocked.Decrement(ref _pending);
    }

    // The message of a time-out is all that tells whether the call may have been executed.
    private static async Task<(Outcome Outcome, string? Error)> EndOf(Task<int> call, int expected)
    {
        try
        {
            var result = await call;
            return result == expected ? (Outcome.Answered, null) : (Outcome.Unclear, $"The result is {result} and not {expected}.");
        }
        catch (XmlRpcTransportException e)
        {
            return (e.MayHaveBeenExecuted ? Outcome.MayHaveRun : e.WasNotSent ? Outcome.SurelyNotRun : Outcome.Unclear, e.Message);
        }
        catch (TimeoutException e)
        {
            var mayHaveRun = e.Message.Contains("The call may have been executed.", StringComparison.Ordinal);
            return (mayHaveRun ? Outcome.MayHaveRun : Outcome.Unclear, e.Message);
        }
        catch (Exception e) when (e is XmlRpcFaultException or XmlRpcFormatException or InvalidOperationException)
        {
            return (Outcome.Unclear, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
