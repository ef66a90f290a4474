using Nearcall.EndToEnd.Load;
using Nearcall.EndToEnd.Processes;
using Nearcall.EndToEnd.Subjects;
using static Nearcall.EndToEnd.Subjects.DotnetSubjects;
using static Nearcall.EndToEnd.Subjects.ForeignSubjects;

namespace Nearcall.EndToEnd.Comparisons;

/// <summary>What a client does, against a server that is the same for all.</summary>
internal static class ClientComparisons
{
    private const int ManyCallers = 1000;

    private const string PythonCall = "import sys, xmlrpc.client; print(xmlrpc.client.ServerProxy(sys.argv[1]).add(10, 5))";

    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("client", "A client's small call beside the limit", 25, 1, [Gate()]) { Figures = [Figure.Calls, Figure.ClientCpu] },
        new("client-peers", "A client's small call beside the peers", 7, 1, [Peers()])
        {
            Figures = [Figure.Calls, Figure.ClientCpu],
        },
        new("batching", "1,000 callers of one client", 7, 1, [Batching()]) { Figures = [Figure.Calls, Figure.ClientCpu, Figure.ServerCpu] },
        new("one-shot", "A program that makes one call", 11, 1, [OneCall()]) { Figures = [Figure.WallTime, Figure.ClientCpu] },
    ];

    private static Setting Gate() => new(
        "16 callers",
        Called("bare HttpClient", "http", 16),
        Called("bare HttpClient", "http", 16) with { Again = true },
        Called("Nearcall", "nearcall", 16));

    private static Setting Peers() => new(
        "1 caller",
        Called("bare HttpClient", "http", 1),
        Called("bare HttpClient", "http", 1) with { Again = true },
        Called("Nearcall", "nearcall", 1),
        new(Kestrel, new ClientProgram(XmlRpcCClient, Bodies.Add, MissingXmlRpcC), "xmlrpc-c"),
        new(Kestrel, new ClientProgram(url => PythonClient(url, 1), Bodies.Add, MissingPython), "Python, xmlrpc.client"));

    private static Setting Batching() => new(
        "one connection",
        Many("each call a request, HTTP/2", NearcallServer.OverHttp2(), "nearcall-one-http2"),
        Many("each call a request, HTTP/2", NearcallServer.OverHttp2(), "nearcall-one-http2") with { Again = true },
        Many("each call a request, HTTP/1.1", NearcallServer, "nearcall-one"),
        Many("batched, HTTP/2", NearcallServer.OverHttp2(), "nearcall-batching-http2"),
        Many("batched, HTTP/1.1", NearcallServer, "nearcall-batching"));

    private static Setting OneCall() => new(
        "add(10, 5)",
        Started("Python, xmlrpc.client", url => new(CommandLine.Python, "-c", PythonCall, $"{url}"), MissingPython),
        Started("Python, xmlrpc.client", url => new(CommandLine.Python, "-c", PythonCall, $"{url}"), MissingPython) with { Again = true },
        Started("nearcall call", url => new(ToolPath, "call", $"{url}", "add", "10", "5"), MissingTool),
        Started("xmlrpc, of xmlrpc-c", url => new("xmlrpc", $"{url}", "add", "i/10", "i/5"), MissingXmlRpc));

    private static Entrant Started(string title, Func<Uri, CommandLine> command, Func<string?> missing) =>
        new(Kestrel, new OneShot(command, Bodies.Add, missing), title);

    private static Entrant Called(string title, string client, int callers) =>
        new(Kestrel, new ClientProgram(url => Client(client, url, callers), Bodies.Add), title);

    private static Entrant Many(string title, Subject server, string client) =>
        new(server, new ClientProgram(url => Client(client, url, ManyCallers), Bodies.Add), title);

    private static string ToolPath => Path.Combine(Repository.Artifacts, "tool", "nearcall");

    private static string? MissingTool() => File.Exists(ToolPath) ? null : "it is not published (eng/bench does it)";

    private static string? MissingXmlRpc() => CommandLine.Exists("xmlrpc") ? null : "there is no xmlrpc (Debian: xmlrpc-api-utils)";
}
