using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Fleet;

/// <summary>Programs of this repository that are built with the tests. They run alone: a fleet fills a small machine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FleetRuns
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Fleet";

    /// <summary>Skips the test that runs, or lets it fail where CI is true, where no networks can be made.</summary>
    internal static void Require(params string[] programs)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            SkipUnlessCI("Only root on Linux can make networks.");
        }

        Array.ForEach(programs, RequireProgram);
    }

    /// <summary>Skips the test that runs, or lets it fail where CI is true, without a program.</summary>
    internal static void RequireProgram(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin").Split(':');
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, name))))
        {
            SkipUnlessCI($"There is no {name} on this machine.");
        }
    }

    private static void SkipUnlessCI(string problem)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", problem);
        Assert.Fail(problem);
    }

    /// <summary>Runs a project of the repository to its end.</summary>
    internal static async Task<ProgramRun> RunAsync(string project, params IEnumerable<string> arguments)
    {
        // The tests and what they run are built with the same configuration.
        var built = Path.GetRelativePath(Repository.PathOf("tests/Nearcall.Deployment.Tests"), AppContext.BaseDirectory);
        var program = Path.Combine(Repository.PathOf(project), built, $"{Path.GetFileName(project)}.dll");
        var run = await ProgramRun.RunAsync(new ProcessStartInfo("dotnet", [program, .. arguments]), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(run.Output + run.Errors);
        return run;
    }
}
