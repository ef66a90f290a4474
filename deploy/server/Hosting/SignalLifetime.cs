using System.Runtime.InteropServices;
using Nearcall.Server.Settings;

namespace Nearcall.Server.Hosting;

/// <summary>
/// How the program goes. SIGTERM: not ready at once, but serving, until whoever sends calls has noticed; then the end. Ctrl+C, or a second
/// signal: no waiting.
/// </summary>
internal sealed class SignalLifetime(
    IHostApplicationLifetime application, Readiness readiness, StopSettings stop, TimeProvider time) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly CancellationTokenSource _hurry = new();

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Drain));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, StopAtOnce));
        _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, StopAtOnce));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _hurry.Dispose();
    }

    private void StopAtOnce(PosixSignalContext signal)
    {
        signal.Cancel = true;
        readiness.End();
        _hurry.Cancel();
        application.StopApplication();
    }

    private void Drain(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (readiness.IsReady)
        {
            readiness.End();
            _ = StopLaterAsync();
        }
        else
        {
            _hurry.Cancel();
        }
    }

    private async Task StopLaterAsync()
    {
        await Task.Delay(stop.NotReady, time, _hurry.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        application.StopApplication();
    }
}
