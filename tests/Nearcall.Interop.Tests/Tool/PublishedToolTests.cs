using System.ComponentModel;
using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Tool;

/// <summary>The command without a runtime beside it: as one file with a runtime in it, and as native code.</summary>
[Trait("Size", "Long")]
public sealed class PublishedToolTests(InteropServer server) : IClassFixture<InteropServer>
{
    private static bool IsCI => Environment.GetEnvironmentVariable("CI") == "true";

    [Fact]
    public async Task Publish_ForASystem_GivesOneFileThatCalls()
    {
        var folder = Repository.Artifacts("tool");

        var publish = await PublishAsync("src/Nearcall.Tool", folder);

        Assert.DoesNotContain("warning", publish.ThrowIfFailed(), StringComparison.OrdinalIgnoreCase);
        var program = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal("nearcall", Path.GetFileNameWithoutExtension(program));
        Show("One file", program);
        Assert.InRange(new FileInfo(program).Length, 1, 40_000_000);
        await AssertCallsAsync(program);
    }

    [Fact]
    public async Task Publish_AsNativeCode_GivesAProgramThatCalls()
    {
        RequireLinker();
        var folder = Repository.Artifacts("native");

        var publish = await PublishAsync("tests/Nearcall.Native", folder);

        Assert.SkipWhen(!IsCI && publish.Output.Contains("NU1101", StringComparison.Ordinal), "No feed has the compiler for native code.");
        Assert.DoesNotContain("warning", publish.ThrowIfFailed(), StringComparison.OrdinalIgnoreCase);
        var program = Path.Combine(folder, "Nearcall.Native");
        Show("Native", program);
        await AssertCallsAsync(program);
        var contract = await ProgramRun.RunAsync(new(program, ["contract", server.Url]), TestContext.Current.CancellationToken);
        Assert.Equal((0, "15\n", ""), (contract.ExitCode, contract.Output, contract.Errors));
    }

    private static Task<ProgramRun> PublishAsync(string project, string folder) => DotNet.RunAsync(
        TestContext.Current.CancellationToken,
        "publish", project, "--configuration", Repository.Configuration, "--runtime", DotNet.RuntimeIdentifier, "--output", folder,
        "-maxcpucount:1");

    private static void Show(string name, string program) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {new FileInfo(program).Length / 1e6:0.0} MB");

    private static void RequireLinker()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Native code is linked on Linux alone.");
        try
        {
            using var clang = Process.Start(new ProcessStartInfo("clang", ["--version"]) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            Assert.SkipUnless(IsCI, "There is no clang on this machine.");
            throw;
        }
    }

    private async Task AssertCallsAsync(string program)
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        var call = await ProgramRun.RunAsync(new(program, ["call", server.Url, "add", "10", "5"]), cancellationToken);
        var fault = await ProgramRun.RunAsync(new(program, ["call", server.Url, "interop.fail", "--json"]), cancellationToken);
        var echo = await ProgramRun.RunAsync(
            new(program, ["call", server.Url, "interop.echo", """json:{"a":[1,2.5,true,null]}""", "--json"]), cancellationToken);
        var list = await ProgramRun.RunAsync(new(program, ["list", server.Url]), cancellationToken);
        var help = await ProgramRun.RunAsync(new(program, ["call", "--help"]), cancellationToken);

        Assert.Equal((0, "15\n", ""), (call.ExitCode, call.Output, call.Errors));
        Assert.Equal((1, "{\"faultCode\": 42, \"faultString\": \"It failed\"}\n"), (fault.ExitCode, fault.Errors));
        Assert.Equal((0, "{\n  \"a\": [\n    1,\n    2.5,\n    true,\n    null\n  ]\n}\n"), (echo.ExitCode, echo.Output));
        Assert.Contains("validator1.countTheEntities\n", list.Output, StringComparison.Ordinal);
        Assert.Contains("URL", help.Output, StringComparison.Ordinal);
    }
}
