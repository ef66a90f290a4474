using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Fleet;

/// <summary>The proxies themselves read their configurations, as they are but for the place of the certificate.</summary>
public sealed class ProxyConfigurationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-proxy-").FullName;

    [Fact]
    public async Task Nginx_ReadsItsConfiguration_WithoutAWord()
    {
        FleetRuns.RequireProgram("nginx");
        foreach (var file in Repository.Files("deploy/nginx", "*.conf"))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        var (certificate, key) = MakeCertificate();
        Directory.CreateDirectory(Path.Combine(_folder, "tls"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "tls/fullchain.pem"), certificate, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tls/key.pem"), key, TestContext.Current.CancellationToken);
        var main = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(main, "pid nginx.pid; events { } http { include nearcall.conf; }", TestContext.Current.CancellationToken);

        var run = await RunAsync("nginx", "-t", "-q", "-p", _folder, "-c", main, "-e", "stderr");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Haproxy_ReadsItsConfiguration()
    {
        FleetRuns.RequireProgram("haproxy");
        var (certificate, key) = MakeCertificate();
        var pem = Path.Combine(_folder, "nearcall.pem");
        await File.WriteAllTextAsync(pem, $"{certificate}\n{key}\n", TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(Repository.PathOf("deploy/haproxy/haproxy.cfg"), TestContext.Current.CancellationToken);
        var file = Path.Combine(_folder, "haproxy.cfg");
        await File.WriteAllTextAsync(file, text.Replace("crt /etc/haproxy/nearcall.pem", $"crt {pem}", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await RunAsync("haproxy", "-c", "-q", "-f", file);

        Assert.True(run.ExitCode == 0, run.Errors);
    }

    /// <summary>The one rule of docs/fleet.md.</summary>
    [Fact]
    public void Proxies_MaySendNothingAgain()
    {
        var nginx = Directives("deploy/nginx/nearcall-proxy.conf").Single(line => line.StartsWith("proxy_next_upstream ", StringComparison.Ordinal));
        var haproxy = Directives("deploy/haproxy/haproxy.cfg").Single(line => line.StartsWith("retry-on ", StringComparison.Ordinal));

        Assert.Equal("proxy_next_upstream error timeout;", nginx);
        Assert.Equal("retry-on conn-failure", haproxy);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> Directives(string file) =>
        File.ReadLines(Repository.PathOf(file)).Select(line => line.Trim()).Where(line => !line.StartsWith('#'));

    private static Task<ProgramRun> RunAsync(string program, params IEnumerable<string> arguments) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments), TestContext.Current.CancellationToken);

    private static (string Certificate, string Key) MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=proxy", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
