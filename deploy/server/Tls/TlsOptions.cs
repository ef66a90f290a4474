using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Nearcall.Server.Tls;

/// <summary>TLS for a port: the certificate of the moment, for each connection anew.</summary>
internal static class TlsOptions
{
    public static TlsHandshakeCallbackOptions Of(ServerCertificate certificate) => new()
    {
        OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Current.Context,
        }),
    };
}
