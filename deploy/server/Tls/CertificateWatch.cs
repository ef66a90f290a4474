using System.Runtime.InteropServices;

namespace Nearcall.Server.Tls;

/// <summary>
/// Takes over a new certificate when its files change, for connections from then on. A pair that cannot be used changes nothing but the log.
/// </summary>
/// <remarks>
/// The system's notice, SIGHUP and a slow clock only say "look"; what counts is what the files hold. A notice that comes while one looks is
/// remembered, so the last change is never missed; and as a certificate counts only with its own key, two files need not change at once.
/// </remarks>
internal sealed class CertificateWatch(ServerCertificate current, TimeProvider time, ILogger<ServerCertificate> logger) : BackgroundService
{
    // For file systems that give no notice, such as those of a network.
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1);

    // Writers rarely write once: what follows at once belongs to the same change.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _notice = new(0, 1);

    public override void Dispose()
    {
        base.Dispose();
        _notice.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            Notice();
        });
        WarnUnlessValid(current.Current);
        var watchers = Watch();
        try
        {
            while (true)
            {
                await _notice.WaitAsync(Slow, stoppingToken);
                await Task.Delay(Settling, time, stoppingToken);
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    // The folder is watched, not the file: renewal replaces files, and Kubernetes a link beside them.
    private List<FileSystemWatcher> Watch()
    {
        List<FileSystemWatcher> watchers = [];
        foreach (var folder in new[] { current.Files.Certificate, current.Files.Key }.Select(Folder).Distinct())
        {
            var watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => Notice();
            watcher.Created += (_, _) => Notice();
            watcher.Renamed += (_, _) => Notice();
            watcher.Error += (_, _) => Notice();
            try
            {
                watcher.EnableRaisingEvents = true;
                watchers.Add(watcher);
            }
            catch (IOException e)
            {
                // The system has no notices left to give; the slow clock remains.
                CertificateLog.NotWatched(logger, folder, e.Message);
                watcher.Dispose();
            }
        }

        return watchers;
    }

    private static string Folder(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    private void Notice()
    {
        try
        {
            _notice.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // One notice is as good as many, and after the end none is needed.
        }
    }

    private void Look()
    {
        try
        {
            if (current.Renew() is { } pair)
            {
                CertificateLog.Renewed(logger, pair.Certificate.Subject, pair.Certificate.NotAfter.ToUniversalTime());
                WarnUnlessValid(pair);
            }
        }
        catch (CertificateException e)
        {
            CertificateLog.NotRenewed(logger, e.Message);
        }
    }

    private void WarnUnlessValid(CertificatePair pair)
    {
        var now = time.GetUtcNow();
        var (from, to) = (pair.Certificate.NotBefore.ToUniversalTime(), pair.Certificate.NotAfter.ToUniversalTime());
        if (now < from || now > to)
        {
            CertificateLog.NotValid(logger, pair.Certificate.Subject, from, to);
        }
    }
}
