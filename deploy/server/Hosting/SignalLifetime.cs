using System.Runtime.InteropServices;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>
/// How the program goes. SIGTERM: not ready at once, but serving, until whoever sends calls has noticed; then the end. Ctrl+C, or a second
/// signal: no waiting.
/// </summary>
internal sealed class SignalLifetime(
    IHostApplicationLifetime application, Readiness readiness, StopSettings stop, TimeProvider time, ILogger<SignalLifetime> logger)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _hurry = new();
    private ITimer? _end;

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
        _end?.Dispose();
    }

    private void Stop(PosixSignalContext signal, bool hurry)
    {
        signal.Cancel = true;
        if (readiness.TryEnd())
        {
            Supervisor.SayStopping();

            // Code that never returns must not keep the process. Whatever else ends it comes before.
            _end = time.CreateTimer(_ => Environment.Exit(ExitCode.CutShort), null, stop.Within, Timeout.InfiniteTimeSpan);
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
