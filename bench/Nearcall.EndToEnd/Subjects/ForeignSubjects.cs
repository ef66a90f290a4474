using Nearcall.EndToEnd.Processes;

namespace Nearcall.EndToEnd.Subjects;

/// <summary>The servers and clients of bench/subjects, of other languages.</summary>
internal static class ForeignSubjects
{
    public static Subject Python { get; } = new(
        "Python, xmlrpc.server",
        port => new(CommandLine.Python, Repository.PathOf("bench/subjects/xmlrpc_server.py"), $"{port}"),
        WhyMissing: MissingPython);

    public static Subject Abyss { get; } = new(
        "xmlrpc-c, Abyss",
        port => new(NativeProgram.PathOf("abyss_server"), $"{port}"),
        WhyMissing: () => NativeProgram.TryBuild("abyss_server", "xmlrpc_server_abyss", "xmlrpc_server", "xmlrpc", "xmlrpc_util"));

    public static string? MissingPython() => CommandLine.Exists("python3") ? null : "there is no python3 (Debian: python3)";

    public static string? MissingXmlRpcC() => NativeProgram.TryBuild("xmlrpc_client", "xmlrpc_client", "xmlrpc", "xmlrpc_util");

    public static CommandLine PythonClient(Uri url, int callers) =>
        new(CommandLine.Python, Repository.PathOf("bench/subjects/xmlrpc_client.py"), $"{url}", $"{callers}");

    public static CommandLine XmlRpcCClient(Uri url) => new(NativeProgram.PathOf("xmlrpc_client"), $"{url}");
}
