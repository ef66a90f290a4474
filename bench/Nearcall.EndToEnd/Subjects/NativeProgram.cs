using System.Diagnostics;
using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>A C file of bench/subjects, compiled with what xmlrpc-c says of itself.</summary>
internal static class NativeProgram
{
    public static string PathOf(string name) => Path.Combine(Repository.Artifacts, name);

    /// <summary>Compiles the program if its source is newer.</summary>
    /// <returns>Why there is none, or null.</returns>
    public static string? TryBuild(string name, string libraries)
    {
        var source = Repository.PathOf($"bench/subjects/{name}.c");
        if (!CommandLine.Exists("gcc") || !CommandLine.Exists("xmlrpc-c-config"))
        {
            return "there is no gcc or no xmlrpc-c (Debian: gcc libc6-dev libxmlrpc-core-c3-dev)";
        }

        if (File.GetLastWriteTimeUtc(PathOf(name)) > File.GetLastWriteTimeUtc(source))
        {
            return null;
        }

        using var compiler = Process.Start(
            "sh", ["-c", $"gcc -O2 -Wall -o '{PathOf(name)}' '{source}' $(xmlrpc-c-config {libraries} --cflags --libs)"])!;
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? null : $"gcc ended with code {compiler.ExitCode}";
    }
}
