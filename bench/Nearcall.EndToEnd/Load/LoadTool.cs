namespace Nearcall.EndToEnd.Load;

/// <summary>What sends calls as fast as they are answered.</summary>
internal abstract class LoadTool(Body body)
{
    public Body Body { get; } = body;

    /// <summary>Why it cannot be had on this machine, if so.</summary>
    public virtual string? Missing => null;

    /// <summary>What must be the same for one warm-up of a server to do for two loads.</summary>
    public virtual object Kind => Body;

    /// <summary>Whether this load itself makes a server that was just started compile its code.</summary>
    public virtual bool CanWarmUp => true;

    /// <summary>Sends for a moment, so that code and data are where they are wanted when a measurement begins.</summary>
    public virtual Task TouchAsync(Uri url, int? core) => Task.CompletedTask;

    /// <summary>Sends for some seconds.</summary>
    /// <exception cref="InvalidOperationException">Not every answer was a success: then the figures mean nothing.</exception>
    public abstract Task<LoadResult> RunAsync(Uri url, double seconds, int? core);

    /// <summary>A measurement is over, with all that is read after it.</summary>
    public virtual void Rest()
    {
    }

    /// <summary>The server is about to end; what was kept for it is let go.</summary>
    public virtual void Release()
    {
    }
}
