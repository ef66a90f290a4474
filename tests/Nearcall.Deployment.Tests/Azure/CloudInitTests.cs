using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;
using YamlDotNet.RepresentationModel;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>What a machine does when it starts for the first time.</summary>
public sealed class CloudInitTests
{
    private const string Source = "deploy/azure/cloud-init.yaml";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Templates => SecurityGroupTests.Templates;

    /// <summary>Templates cannot read another file, so the text stands in each. <c>UPDATE_TEMPLATES=1</c> writes it there.</summary>
    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_HoldsTheText_LineByLine(string path)
    {
        var lines = File.ReadAllText(Repository.PathOf(Source)).Split('\n');
        var template = JsonNode.Parse(File.ReadAllText(Repository.PathOf(path)))!;
        if (Environment.GetEnvironmentVariable("UPDATE_TEMPLATES") == "1")
        {
            template.At("variables").AsObject()["cloudInit"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]);
            File.WriteAllText(Repository.PathOf(path), template.ToJsonString(Readable) + "\n");
        }

        Assert.Equal(lines, template.At("variables.cloudInit").Texts());
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task Text_OfATemplate_IsAsCloudInitWantsIt(string path)
    {
        var run = await CheckAsync(CloudInit.Of(Template.Load(path)).Text);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Theory]
    [InlineData("package_update: true", "package_update: perhaps", "package_update")]
    [InlineData("permissions:", "permission:", "permission")]
    public async Task Text_WithASlip_IsRefused(string right, string wrong, string message)
    {
        var text = CloudInit.Of(Template.Load("deploy/azure/machine.json")).Text;

        var run = await CheckAsync(text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Text_OfATemplate_HasNoPlaceLeftOpen(string path)
    {
        var cloudInit = CloudInit.Of(Template.Load(path));
        var command = ((YamlSequenceNode)cloudInit.Root["runcmd"]).Single();

        Assert.DoesNotMatch("\\{[A-Za-z0-9]+\\}", cloudInit.Text);
        Assert.StartsWith("#cloud-config\n", cloudInit.Text, StringComparison.Ordinal);
        Assert.Equal(
            [InstallScriptTests.Name, "https://example.com/nearcall-server_0.1.0_amd64.deb?sv=1&sig=a%2Bb", new string('a', 64)],
            ((YamlSequenceNode)command).Select(word => word.ToString()));
    }

    [Theory]
    [InlineData("deploy/azure/machine.json", "true")]
    [InlineData("deploy/azure/scale-set.json", "false")]
    public void Updates_OfSecurity_InstallThemselves(string path, string restart)
    {
        var cloudInit = CloudInit.Of(Template.Load(path));

        Assert.Contains("unattended-upgrades", ((YamlSequenceNode)cloudInit.Root["packages"]).Select(package => package.ToString()));
        Assert.Equal(
            "APT::Periodic::Update-Package-Lists \"1\";\nAPT::Periodic::Unattended-Upgrade \"1\";\n",
            cloudInit.File("/etc/apt/apt.conf.d/20auto-upgrades"));
        Assert.StartsWith(
            $"Unattended-Upgrade::Automatic-Reboot \"{restart}\";\n",
            cloudInit.File("/etc/apt/apt.conf.d/52unattended-upgrades-restart"),
            StringComparison.Ordinal);
    }

    // The schema of cloud-init says nothing of a key that it does not know.
    [Fact]
    public void Text_Keys_AreThoseThatWeMean()
    {
        var keys = CloudInit.Parse(File.ReadAllText(Repository.PathOf(Source))).Root.Children.Keys.Select(key => key.ToString());

        Assert.Equal(["package_update", "packages", "write_files", "runcmd"], keys);
    }

    private static async Task<ProgramRun> CheckAsync(string text)
    {
        PeerProgram.Require("cloud-init");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo("cloud-init", ["schema", "--config-file", file]);
            return await ProgramRun.RunAsync(start, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
