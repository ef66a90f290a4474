using System.Runtime.InteropServices;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>
/// How the program goes. SIGTERM: not ready at once, but serving, until whoever sends calls has noticed; then the end. Ctrl+C, or a second
/// signal: no waiting.
/// </summary>
internal sealed class SignalLifetime(
    IHostApplicationLifetime application,
    Readiness readiness,
    LastResort lastResort,
    StopSettings stop,
    TimeProvider time,
    ILogger<SignalLifetime> logger) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _hurry = new();

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, hurry: false)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, hurry: true)));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => Stop(signal, hurry: true)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _hurry.Dispose();
    }

    private void Stop(PosixSignalContext signal, bool hurry)
    {
        signal.Cancel = true;
        if (readiness.TryEnd())
        {
            lastResort.Arm(stop.Within);
            Supervisor.SayStopping();
            _ = StopLaterAsync(hurry ? TimeSpan.Zero : stop.NotReady);
        }
        else
        {
            _hurry.Cancel();
        }
    }

    private async Task StopLaterAsync(TimeSpan notReady)
    {
        ServerLog.Draining(logger, notReady.TotalSeconds);
        await Task.Delay(notReady, time, _hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ServerLog.Stopping(logger);
        application.StopApplication();
    }
}
