using System.Diagnostics;
using Nearcall.Client.Tests.Infrastructure;

namespace Nearcall.Tool.Tests.Running;

/// <summary>The tool as a process: its exit codes, its pipes, its signals.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Answer_InAPipe_IsUtf8WithoutDecoration()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("caf\u00E9 \U0001F600\u001B[0m")));
        using var process = ToolProcess.Start("call", server.Url, "m");

        Assert.Equal(new ToolRun(ExitCode.Answer, "caf\u00E9 \U0001F600\u001B[0m\n", ""), await process.EndAsync());
    }

    [Fact]
    public async Task Fault_IsExitCodeOne()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));
        using var process = ToolProcess.Start("call", server.Url, "m");

        Assert.Equal(new ToolRun(ExitCode.Fault, "", "fault 42: It failed\n"), await process.EndAsync());
    }

    [Fact]
    public async Task ClosedPort_IsExitCodeTwoWithoutAStack()
    {
        var url = ClosedPort.Url();
        using var process = ToolProcess.Start("call", url, "m");

        var expected = new ToolRun(ExitCode.NoAnswer, "", $"nearcall: No connection to {url}: Connection refused.\n");
        Assert.Equal(expected, await process.EndAsync());
    }

    [Fact]
    public async Task WrongCommandLine_IsExitCodeThree()
    {
        using var process = ToolProcess.Start("call");

        var expected = new ToolRun(ExitCode.Usage, "", "nearcall: URL is missing. For help: nearcall call --help\n");
        Assert.Equal(expected, await process.EndAsync());
    }

    [Fact]
    public async Task Password_WithNobodyAtTheTerminal_IsNotWaitedFor()
    {
        using var process = ToolProcess.Start("list", ClosedPort.Url(), "--user", "ann");

        var run = await process.EndAsync();

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("nobody to ask", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlC_EndsACallThatWaits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process can send to another.");
        var asked = new TaskCompletionSource();
        await using var server = new StubServer(_ =>
        {
            asked.TrySetResult();
            return StubReply.Silence;
        });
        using var process = ToolProcess.Start("call", server.Url, "m");
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

        Assert.Equal(new ToolRun(ExitCode.Interrupted, "", ""), await process.EndAsync());
    }

    [Fact]
    public async Task FullDisk_IsSaid()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        using var process = ToolProcess.StartInShell("dotnet \"$0\" call \"$1\" m > /dev/full", server.Url);

        var run = await process.EndAsync();

        Assert.Equal(ExitCode.NoAnswer, run.Code);
        Assert.StartsWith("nearcall: The output cannot be written: ", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedPipe_IsNoFailure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This needs a shell of Unix.");
        var names = Answers.Array([.. Enumerable.Range(0, 50_000).Select(i => $"name{i}")]);
        await using var server = new StubServer(StubReply.Ok(Answers.Of(names)));
        using var process = ToolProcess.StartInShell("dotnet \"$0\" list \"$1\" | head -n 1", server.Url);

        Assert.Equal(new ToolRun(ExitCode.Answer, "name0\n", ""), await process.EndAsync());
    }
}
