using System.Diagnostics;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>A program of the machine that a test cannot do without.</summary>
internal static class PeerProgram
{
    /// <summary>Skips the test that runs, or lets it fail where CI is true, if the program cannot be started.</summary>
    public static void Require(string name)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, "--version") { RedirectStandardOutput = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            var problem = $"There is no {name} on this machine.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", problem);
            Assert.Fail(problem);
        }
    }
}
