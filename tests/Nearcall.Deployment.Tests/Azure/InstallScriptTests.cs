using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Azure;

/// <summary>
/// The script that fetches the package and installs it, run with an apt-get and a systemctl that only say that they were called.
/// </summary>
public sealed class InstallScriptTests : IDisposable
{
    public const string Name = "/usr/local/sbin/install-nearcall-server";

    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-").FullName;
    private readonly string _package;
    private readonly string _sum;

    public InstallScriptTests()
    {
        var content = Encoding.UTF8.GetBytes("a package");
        _package = Path.Combine(_folder, "some.deb");
        _sum = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllBytes(_package, content);
        Directory.CreateDirectory(Path.Combine(_folder, "etc"));
        Directory.CreateDirectory(Path.Combine(_folder, "share"));
        WriteProgram("apt-get", "cat \"${*: -1}\" > \"$0.installed\"");
        WriteProgram("systemctl", "echo \"$@\" > \"$0.called\"");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Package_ThatIsMeant_IsInstalled()
    {
        var run = await RunAsync(Write([]), _sum);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal("a package", Read("apt-get.installed"));
        Assert.False(File.Exists(Path.Combine(_folder, "etc/settings.json")));
    }

    [Fact]
    public async Task Package_ThatIsAnother_IsNotInstalled()
    {
        var run = await RunAsync(Write([]), new string('0', 64));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("FAILED", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "apt-get.installed")));
    }

    [Fact]
    public async Task Package_ThatIsNotThere_IsNotInstalled()
    {
        File.Delete(_package);

        var run = await RunAsync(Write([]), _sum);

        Assert.NotEqual(0, run.ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "apt-get.installed")));
    }

    [Fact]
    public async Task Settings_Given_ReplaceThoseOfThePackageOnce()
    {
        var script = Write(new JsonObject { ["settings"] = new JsonObject { ["Port"] = 8001 } });

        var first = await RunAsync(script, _sum);

        Assert.True(first.ExitCode == 0, first.Output + first.Errors);
        Assert.Equal("""{"Port":8001}""", Read("etc/settings.json"));
        Assert.Equal("restart nearcall-server.service\n", Read("systemctl.called"));

        await File.WriteAllTextAsync(Path.Combine(_folder, "etc/settings.json"), "changed", TestContext.Current.CancellationToken);
        var second = await RunAsync(script, _sum);

        Assert.True(second.ExitCode == 0, second.Output + second.Errors);
        Assert.Equal("changed", Read("etc/settings.json"));
    }

    [Fact]
    public async Task Script_ForTheShell_IsFreeOfSlips()
    {
        PeerProgram.Require("shellcheck");
        var start = new ProcessStartInfo("shellcheck", ["--severity=style", Write([])]);

        var run = await ProgramRun.RunAsync(start, TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private async Task<ProgramRun> RunAsync(string script, string sum)
    {
        PeerProgram.Require("curl");
        var start = new ProcessStartInfo("sh", [script, $"file://{_package}", sum]);
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        return await ProgramRun.RunAsync(start, TestContext.Current.CancellationToken);
    }

    // The script and the settings as a machine gets them, in this test's folder instead of the machine's.
    private string Write(JsonObject parameters)
    {
        var cloudInit = CloudInit.Of(Template.Load("deploy/azure/machine.json", parameters));
        File.WriteAllBytes(
            Path.Combine(_folder, "share/settings.json"),
            Convert.FromBase64String(cloudInit.File("/usr/local/share/nearcall-server/settings.json")));
        var script = Path.Combine(_folder, "install.sh");
        File.WriteAllText(script, cloudInit.File(Name)
            .Replace("/usr/local/share/nearcall-server/", $"{_folder}/share/", StringComparison.Ordinal)
            .Replace("/etc/nearcall-server/", $"{_folder}/etc/", StringComparison.Ordinal));
        return script;
    }

    private void WriteProgram(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/bash\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }
    }
}
