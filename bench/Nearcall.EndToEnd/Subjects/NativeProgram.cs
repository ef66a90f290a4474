using System.Collections.Concurrent;
using System.Diagnostics;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>A C file of bench/subjects, compiled against xmlrpc-c when it is first asked for.</summary>
internal static class NativeProgram
{
    private static readonly ConcurrentDictionary<string, string?> Outcomes = new();

    public static string PathOf(string name) => Path.Combine(Repository.Artifacts, name);

    /// <summary>Compiles the program.</summary>
    /// <returns>Why there is none, or null.</returns>
    public static string? TryBuild(string name, params string[] libraries) => Outcomes.GetOrAdd(name, _ =>
    {
        if (!CommandLine.Exists("gcc"))
        {
            return "there is no gcc (Debian: gcc libc6-dev)";
        }

        var source = Repository.PathOf($"bench/subjects/{name}.c");
        using var compiler = Process.Start(new ProcessStartInfo(
            "gcc", ["-O2", "-Wall", "-o", PathOf(name), source, .. libraries.Select(library => $"-l{library}")])
        {
            RedirectStandardError = true,
        })!;
        var errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? null : $"gcc cannot build it (Debian: libxmlrpc-core-c3-dev): {errors.Split('\n')[0]}";
    });
}
