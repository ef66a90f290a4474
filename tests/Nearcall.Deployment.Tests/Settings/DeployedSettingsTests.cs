using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Nearcall.Deployment.Tests.Azure;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Settings;

/// <summary>The settings that are deployed, put before the server itself.</summary>
public sealed class DeployedSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("deploy/debian/settings.json")]
    [InlineData("deploy/kubernetes/base/settings.json")]
    [InlineData("deploy/kubernetes/overlays/production/settings.json")]
    public async Task File_OfTheRepository_IsAccepted(string file)
    {
        var settings = await File.ReadAllTextAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);

        await AssertAcceptedAsync(settings);
    }

    [Fact]
    public async Task Settings_OfTheScaleSet_AreAccepted() =>
        await AssertAcceptedAsync(CloudInit.Of(Template.Load("deploy/azure/scale-set.json")).Settings);

    [Fact]
    public async Task Settings_WithASlip_AreRefused()
    {
        var parameters = new JsonObject { ["settings"] = new JsonObject { ["Prot"] = 8001 } };

        var run = await CheckAsync(CloudInit.Of(Template.Load("deploy/azure/machine.json", parameters)).Settings);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Prot", run.Errors, StringComparison.Ordinal);
    }

    private async Task AssertAcceptedAsync(string settings)
    {
        var run = await CheckAsync(settings);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    // With a certificate where Kubernetes would put one.
    private async Task<ProgramRun> CheckAsync(string settings)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=sums.example", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Write("tls.crt", certificate.ExportCertificatePem());
        Write("tls.key", key.ExportPkcs8PrivateKeyPem());
        var file = Write("settings.json", settings.Replace("/etc/nearcall-server-tls/", $"{_folder}/", StringComparison.Ordinal));
        var output = Path.GetRelativePath(Repository.PathOf("tests/Nearcall.Deployment.Tests"), AppContext.BaseDirectory);
        var program = Repository.PathOf(Path.Combine("deploy/server", output, "nearcall-server.dll"));
        return await ProgramRun.RunAsync(
            new ProcessStartInfo("dotnet", [program, "--settings", file, "--check"]), TestContext.Current.CancellationToken);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
