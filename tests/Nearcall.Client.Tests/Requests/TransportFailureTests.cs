using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Client.Tests;

public sealed class TransportFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_ClosedPort_IsOneClearLine(bool async)
    {
        var url = ClosedPort.Url();

        var exception = await FailAsync(url, async);

        Assert.Equal($"No connection to {url}: Connection refused.", exception.Message);
        Assert.True(exception.WasNotSent);
        Assert.Equal(new Uri(url), exception.Endpoint);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_UnknownHost_IsOneClearLine(bool async)
    {
        var exception = await FailAsync("http://nobody.invalid:8000/RPC2", async);

        Assert.Equal("The host 'nobody.invalid' of http://nobody.invalid:8000/RPC2 is not known.", exception.Message);
        Assert.True(exception.WasNotSent);
    }

    [Fact]
    public async Task Call_CertificateThatNobodyVouchesFor_IsRefused()
    {
        // S27: there is no switch that trusts everything.
        using var certificate = SelfSigned();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serve = ServeTlsAsync(listener, certificate);

        var exception = await FailAsync($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/RPC2", async: true);

        Assert.StartsWith($"TLS with https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/RPC2 failed: ", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.WasNotSent);
        await serve;
    }

    [Fact]
    public async Task Call_HandlerThrowsItsOwn_ItIsLeftAlone()
    {
        using var http = new HttpClient(new FakeHandler((_, _) => throw new NotImplementedException("theirs")));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        await Assert.ThrowsAsync<NotImplementedException>(() => client.CallAsync<int>("m", Token));
    }

    [Fact]
    public async Task Call_HandlerGivesUpByItself_IsNoCancellation()
    {
        using var http = new HttpClient(new FakeHandler((_, _) => throw new OperationCanceledException("tired")));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.Equal("The call to http://host/ failed: tired.", exception.Message);
    }

    [Theory]
    [InlineData(HttpRequestError.ProxyTunnelError, "The proxy on the way to http://host/ refused: why.")]
    [InlineData(HttpRequestError.Unknown, "The call to http://host/ failed: why.")]
    public async Task Call_OtherFailures_AreOneClearLine(HttpRequestError error, string expected)
    {
        using var http = new HttpClient(new FakeHandler((_, _) => throw new HttpRequestException(error, "why")));
        using var client = new XmlRpcClient(http, new Uri("http://host/"));

        var exception = await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token));
        Assert.Equal(expected, exception.Message);
    }

    private static async Task<XmlRpcTransportException> FailAsync(string url, bool async)
    {
        using var client = new XmlRpcClient(url);
        return async
            ? await Assert.ThrowsAsync<XmlRpcTransportException>(() => client.CallAsync<int>("m", Token))
            : Assert.Throws<XmlRpcTransportException>(() => client.Call<int>("m"));
    }

    private static async Task ServeTlsAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var peer = await listener.AcceptTcpClientAsync(Token);
        await using var tls = new SslStream(peer.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadExactlyAsync(new byte[1], Token);
            Assert.Fail("The client sent something to a server that nobody vouches for.");
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client hung up, as it should.
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
