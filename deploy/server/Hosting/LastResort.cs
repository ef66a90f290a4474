namespace Nearcall.Server.Hosting;

/// <summary>
/// Ends the process when its time is over: a method that never returns, or a collector that never answers, must not keep it. Whatever else
/// ends it comes before.
/// </summary>
internal sealed class LastResort(TimeProvider time) : IDisposable
{
    private volatile int _code = ExitCode.CutShort;
    private ITimer? _end;

    /// <summary>Begins to count.</summary>
    public void Arm(TimeSpan within) => _end = time.CreateTimer(_ => Environment.Exit(_code), null, within, Timeout.InfiniteTimeSpan);

    /// <summary>Says that all calls are answered: what is still open then is nobody's loss.</summary>
    public void AllAnswered() => _code = ExitCode.Done;

    public void Dispose() => _end?.Dispose();
}
