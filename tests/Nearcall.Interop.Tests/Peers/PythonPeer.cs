using System.Diagnostics;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>The real Python, with the scripts of this project. Without Python tests are skipped, or fail where CI is true.</summary>
internal static class PythonPeer
{
    private static readonly Lazy<string?> Missing = new(FindProblem);

    public static bool IsMissing => Missing.Value is not null;

    public static Task<ProgramRun> RunAsync(string script, CancellationToken cancellationToken, params string[] arguments) =>
        ProgramRun.RunAsync(Command(script, arguments), cancellationToken);

    public static RunningProgram Start(string script, params string[] arguments) => RunningProgram.Start(Command(script, arguments));

    /// <summary>Skips the test that runs, or lets it fail where CI is true, if there is no Python.</summary>
    public static void Require()
    {
        if (Missing.Value is { } problem)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", problem);
            Assert.Fail(problem);
        }
    }

    public static ProcessStartInfo Command(string script, params IEnumerable<string> arguments)
    {
        Require();
        var path = Path.Combine(AppContext.BaseDirectory, "Python", script);
        var start = new ProcessStartInfo("python3", [path, .. arguments]);
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return start;
    }

    private static string? FindProblem()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["-c", "import xmlrpc.client, xmlrpc.server"]));
            process!.WaitForExit();
            return process.ExitCode == 0 ? null : "This python3 has no xmlrpc module.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no python3 on this machine.";
        }
    }
}
