using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Package;

/// <summary>The unit that systemd runs the server by.</summary>
public sealed partial class ServiceUnitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-").FullName;

    private static string Text { get; } = File.ReadAllText(Repository.PathOf("deploy/debian/nearcall-server.service"));

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Reads the line in which <c>systemd-analyze security</c> says how exposed a service is.</summary>
    internal static double Exposure(string output)
    {
        var line = ExposureLine().Match(output);
        Assert.True(line.Success, output);
        TestContext.Current.TestOutputHelper?.WriteLine(line.Value);
        return double.Parse(line.Groups["level"].Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // It ends with 0 although it says that a key is unknown, so whatever it says is a failure.
    [Fact]
    public async Task Unit_ForSystemd_IsFreeOfSlips()
    {
        var run = await AnalyzeAsync(Text, "verify");

        Assert.Equal(("", 0), (run.Errors, run.ExitCode));
    }

    [Fact]
    public async Task Unit_WithASlip_IsReported()
    {
        var run = await AnalyzeAsync(Text.Replace("ProtectHome=", "ProtectHouse=", StringComparison.Ordinal), "verify");

        Assert.Contains("ProtectHouse", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposure_OfTheService_IsLow() =>
        Assert.InRange(Exposure((await AnalyzeAsync(Text, "security", "--offline=true", "--no-pager")).ThrowIfFailed()), 0, 1.4);

    [Fact]
    public void TimeoutStopSec_BesideTheServersOwnBound_IsLonger() => Assert.Equal(30, Seconds("TimeoutStopSec"));

    [Theory]
    [InlineData("Type", "notify")]
    [InlineData("Restart", "always")]
    [InlineData("RestartPreventExitStatus", "3")]
    [InlineData("StandardOutput", "journal")]
    [InlineData("User", "nearcall-server")]
    public void Unit_Key_IsAsMeant(string key, string value) => Assert.Equal(value, Value(key));

    [Theory]
    [InlineData("postinst")]
    [InlineData("prerm")]
    [InlineData("postrm")]
    public async Task Script_OfThePackage_IsFreeOfSlips(string name)
    {
        PeerProgram.Require("shellcheck");

        var run = await RunAsync("shellcheck", "--severity=style", Repository.PathOf($"deploy/debian/{name}"));

        Assert.True(run.ExitCode == 0, run.Output);
    }

    private static string Value(string key) =>
        Assert.Single(Text.Split('\n'), line => line.StartsWith(key + "=", StringComparison.Ordinal))[(key.Length + 1)..];

    private static int Seconds(string key) => int.Parse(Value(key).TrimEnd('s'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Overall exposure level for \S+ (?<level>[0-9.]+) .*")]
    private static partial Regex ExposureLine();

    private static Task<ProgramRun> RunAsync(string program, params string[] arguments) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments), CancellationToken);

    // The program and its user are not on this machine.
    private async Task<ProgramRun> AnalyzeAsync(string unit, params string[] arguments)
    {
        PeerProgram.Require("systemd-analyze");
        var file = Path.Combine(_folder, "nearcall-server.service");
        await File.WriteAllTextAsync(file, ExecStart().Replace(unit, "ExecStart=/bin/true"), CancellationToken);
        return await RunAsync("systemd-analyze", [.. arguments, file]);
    }

    [GeneratedRegex("^ExecStart=.*$", RegexOptions.Multiline)]
    private static partial Regex ExecStart();
}
