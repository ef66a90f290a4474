namespace Nearcall.Server.Hosting;

/// <summary>Whether new calls should come here. Turns from ready to not ready, once.</summary>
internal sealed class Readiness
{
    private volatile bool _isReady = true;

    public bool IsReady => _isReady;

    public void End() => _isReady = false;
}
