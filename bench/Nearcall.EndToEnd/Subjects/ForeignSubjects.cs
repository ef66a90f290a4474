using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>The servers of bench/subjects, of other languages.</summary>
internal static class ForeignSubjects
{
    public static Subject Python { get; } = new(
        "Python, xmlrpc.server",
        port => new("python3", Repository.PathOf("bench/subjects/xmlrpc_server.py"), $"{port}"),
        Missing: CommandLine.Exists("python3") ? null : "there is no python3");

    public static Subject Abyss { get; } = new(
        "xmlrpc-c, Abyss",
        port => new(NativeProgram.PathOf("abyss_server"), $"{port}"),
        Missing: NativeProgram.TryBuild("abyss_server", "abyss-server"));
}
