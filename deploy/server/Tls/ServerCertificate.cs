namespace Nearcall.Server.Tls;

/// <summary>The certificate that new connections get. Read by any number of threads, renewed by one.</summary>
internal sealed class ServerCertificate
{
    private volatile CertificatePair _current;
    private object _seen;

    private ServerCertificate(TlsFiles files, PemTexts texts)
    {
        Files = files;
        _current = CertificatePair.Create(files, texts);
        _seen = texts;
    }

    public TlsFiles Files { get; }

    public CertificatePair Current => _current;

    /// <exception cref="CertificateException">A file cannot be read, or the two do not belong together.</exception>
    public static ServerCertificate Load(TlsFiles files) => new(files, PemTexts.Read(files));

    /// <summary>Takes what the files hold, if it is new and fits.</summary>
    /// <returns>The new pair; null if all is as it was when it was looked at before, good or bad.</returns>
    /// <exception cref="CertificateException">What is new cannot be used; the pair before it stays.</exception>
    public CertificatePair? Renew()
    {
        if (!TryRead(out var texts))
        {
            return null;
        }

        // The pair before it may be in use by handshakes of this moment: it is left to the collector.
        return _current = CertificatePair.Create(Files, texts);
    }

    private bool TryRead(out PemTexts texts)
    {
        try
        {
            texts = PemTexts.Read(Files);
        }
        catch (CertificateException e) when (e.Message.Equals(_seen))
        {
            texts = null!;
            return false;
        }
        catch (CertificateException e)
        {
            _seen = e.Message;
            throw;
        }

        var isNew = !texts.Equals(_seen);
        _seen = texts;
        return isNew;
    }
}
