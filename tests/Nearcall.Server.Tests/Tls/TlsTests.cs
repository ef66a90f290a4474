using System.Diagnostics;
using System.Net;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Tls;

public sealed class TlsTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Call_OverTls_IsAnswered(string version)
    {
        using var folder = new ScratchFolder();
        var first = TestCertificate.Create();
        await using var server = await StartAsync(folder, first);

        var (thumbprint, response) = await GetAsync(server, Version.Parse(version));

        Assert.Equal((first.Thumbprint, Version.Parse(version)), (thumbprint, response));
    }

    [Fact]
    public async Task Certificate_Replaced_ServesNewConnections()
    {
        using var folder = new ScratchFolder();
        var second = TestCertificate.Create("second");
        await using var server = await StartAsync(folder, TestCertificate.Create());

        // One after the other, as tools write them: in between the two do not fit.
        folder.Write("certificate.pem", second.Certificate);
        await server.WaitForLogAsync("CertificateNotRenewed");
        folder.Write("key.pem", second.Key);
        await server.WaitForLogAsync("CertificateRenewed");

        Assert.Equal(second.Thumbprint, (await GetAsync(server)).Thumbprint);
    }

    [Fact]
    public async Task Certificate_ReplacedByRenaming_ServesNewConnections()
    {
        using var folder = new ScratchFolder();
        var second = TestCertificate.Create("second");
        await using var server = await StartAsync(folder, TestCertificate.Create());

        File.Move(folder.Write("key.new", second.Key), folder.PathOf("key.pem"), overwrite: true);
        File.Move(folder.Write("certificate.new", second.Certificate), folder.PathOf("certificate.pem"), overwrite: true);
        await server.WaitForLogAsync("CertificateRenewed");

        Assert.Equal(second.Thumbprint, (await GetAsync(server)).Thumbprint);
    }

    [Fact]
    public async Task Certificate_ReplacedByABadOne_StaysInUse()
    {
        using var folder = new ScratchFolder();
        var first = TestCertificate.Create();
        await using var server = await StartAsync(folder, first);

        folder.Write("certificate.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        await server.WaitForLogAsync("CertificateNotRenewed");

        Assert.Equal(first.Thumbprint, (await GetAsync(server)).Thumbprint);
    }

    // As Kubernetes replaces the files of a secret: they are links into a folder that is itself a link.
    [Fact]
    public async Task Certificate_ReplacedThroughALink_ServesNewConnections()
    {
        using var folder = new ScratchFolder();
        var second = TestCertificate.Create("second");
        Directory.CreateDirectory(folder.PathOf("1"));
        Directory.CreateDirectory(folder.PathOf("2"));
        var first = TestCertificate.Create();
        folder.Write("1/certificate.pem", first.Certificate);
        folder.Write("1/key.pem", first.Key);
        folder.Write("2/certificate.pem", second.Certificate);
        folder.Write("2/key.pem", second.Key);
        Directory.CreateSymbolicLink(folder.PathOf("data"), "1");
        File.CreateSymbolicLink(folder.PathOf("certificate.pem"), "data/certificate.pem");
        File.CreateSymbolicLink(folder.PathOf("key.pem"), "data/key.pem");
        await using var server = await StartAsync(folder, certificate: null);

        Directory.CreateSymbolicLink(folder.PathOf("data.new"), "2");
        await RunAsync("mv", "-T", folder.PathOf("data.new"), folder.PathOf("data"));
        await server.WaitForLogAsync("CertificateRenewed");

        Assert.Equal(second.Thumbprint, (await GetAsync(server)).Thumbprint);
    }

    [Fact]
    public async Task HangUp_WithTls_LooksAgainAndServesOn()
    {
        using var folder = new ScratchFolder();
        var first = TestCertificate.Create();
        await using var server = await StartAsync(folder, first);

        server.Program.Signal(PackagedServer.Hangup);

        Assert.Equal(first.Thumbprint, (await GetAsync(server)).Thumbprint);
    }

    private static Task<PackagedServer> StartAsync(ScratchFolder folder, TestCertificate? certificate)
    {
        if (certificate is not null)
        {
            folder.Write("certificate.pem", certificate.Certificate);
            folder.Write("key.pem", certificate.Key);
        }

        return PackagedServer.StartAsync(("TLS__CERTIFICATE", folder.PathOf("certificate.pem")), ("TLS__KEY", folder.PathOf("key.pem")));
    }

    private static async Task RunAsync(string program, params string[] arguments) =>
        (await ProgramRun.RunAsync(new ProcessStartInfo(program, arguments), TestContext.Current.CancellationToken)).ThrowIfFailed();

    private static async Task<(string Thumbprint, Version Version)> GetAsync(PackagedServer server, Version? version = null)
    {
        var thumbprint = "";
        using var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) =>
            {
                thumbprint = certificate!.Thumbprint;
                return true;
            },
        };
        using var http = new HttpClient(handler)
        {
            DefaultRequestVersion = version ?? HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var client = new XmlRpcClient(http, server.Rpc);
        using var response = await http.GetAsync(new Uri(server.Root, "health/live"), TestContext.Current.CancellationToken);
        Assert.Equal(15, await client.CallAsync<int>("add", TestContext.Current.CancellationToken, 10, 5));
        return (thumbprint, response.Version);
    }
}
