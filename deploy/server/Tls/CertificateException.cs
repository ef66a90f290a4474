namespace Nearcall.Server.Tls;

/// <summary>A certificate and key that cannot be served with.</summary>
internal sealed class CertificateException(bool isKey, string message, Exception? inner = null) : Exception(message.ReplaceLineEndings(" "), inner)
{
    /// <summary>Whether the key is to blame, or the certificate.</summary>
    public bool IsKey => isKey;
}
