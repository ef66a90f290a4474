using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nearcall.Interop.Tests.Peers;

/// <summary>The command <c>dotnet</c>, as a user at a shell would start it.</summary>
internal static class DotNet
{
    // Builds share the output of src/; two at once would write the same files.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>What to publish for, the portable name: a build of a Linux distribution names itself instead.</summary>
    public static string RuntimeIdentifier { get; } =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64");

    public static ProcessStartInfo Command(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root };
        // The test runner's own settings would make the child load the wrong build engine, or measure its coverage.
        foreach (var name in start.Environment.Keys.Where(IsOfTestRunner).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    /// <summary>Runs a command that builds, to its end.</summary>
    public static async Task<ProgramRun> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            return await ProgramRun.RunAsync(Command(arguments), cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static bool IsOfTestRunner(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CORECLR_", StringComparison.Ordinal)
        || name.StartsWith("COVERLET", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_STARTUP_HOOKS" or "VSTEST_CONNECTION_TIMEOUT";
}
