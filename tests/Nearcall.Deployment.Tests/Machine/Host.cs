using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Machine;

/// <summary>The machine that the tests run on.</summary>
internal static class Host
{
    /// <summary>Skips the test that runs, or lets it fail where CI is true, without root or one of the programs.</summary>
    public static void Require(params string[] programs)
    {
        var allowed = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;
        if (!allowed)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Only root on Linux can make namespaces and mounts.");
            Assert.Fail("Only root on Linux can make namespaces and mounts.");
        }

        foreach (var program in programs)
        {
            PeerProgram.Require(program);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public static Task<ProgramRun> RunAsync(string program, params IEnumerable<string> arguments) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments), TestContext.Current.CancellationToken);

    /// <summary>Runs a program that tidies up: it may find nothing to do, and a test that was broken off does not break it off.</summary>
    public static Task<ProgramRun> TidyAsync(string program, params string[] arguments) =>
        ProgramRun.RunAsync(new ProcessStartInfo(program, arguments), CancellationToken.None);

    /// <summary>Runs a program that must end well, and gives what it printed.</summary>
    public static async Task<string> DoAsync(string program, params string[] arguments)
    {
        var run = await RunAsync(program, arguments);
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: exit code {run.ExitCode}\n{run.Output}{run.Errors}");
        return run.Output;
    }

    /// <summary>Asks again and again until something is so. Another system has no other way to say that it is.</summary>
    public static async Task WaitAsync(string what, TimeSpan within, Func<Task<bool>> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(watch.Elapsed < within, $"{what}: not so after {within.TotalSeconds:0} s.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
