namespace Nearcall.Server.Hosting;

/// <summary>Whether new calls should come here. Turns from ready to not ready, once.</summary>
internal sealed class Readiness
{
    private volatile int _ended;

    public bool IsReady => _ended == 0;

    /// <summary>Ends it.</summary>
    /// <returns>False where it had ended before.</returns>
    public bool TryEnd() => Interlocked.Exchange(ref _ended, 1) == 0;
}
