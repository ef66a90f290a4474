using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Load;

/// <summary>A program that sends requests as fast as they are answered.</summary>
internal abstract record LoadTool(Body Body)
{
    /// <summary>Sends for a moment, so that code and data are where they are wanted when the measurement begins.</summary>
    public async Task WarmUpAsync(Uri url, int? core) => await RunningProcess.RunAsync(Touch(url).On(core));

    /// <summary>Sends for some seconds.</summary>
    /// <exception cref="InvalidOperationException">Not every answer was a success: then the figures mean nothing.</exception>
    public abstract Task<LoadResult> RunAsync(Uri url, double seconds, int? core);

    /// <summary>A load of a fifth of a second, shorter than wrk can.</summary>
    protected abstract CommandLine Touch(Uri url);
}
