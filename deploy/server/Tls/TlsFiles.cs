namespace Nearcall.Server.Tls;

/// <summary>Where a certificate, with the intermediates behind it, and its key are: two PEM files.</summary>
internal sealed record TlsFiles(string Certificate, string Key);
