namespace Nearcall.Interop.Tests.Peers;

/// <summary>What can be wrong at the other end, by a name that test data can carry.</summary>
internal sealed class NetworkTrouble : IAsyncDisposable
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/xml";
    private const string Html = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><p>Please sign in</p></body></html>\n";

    private readonly FaultyServer? _server;

    private NetworkTrouble(string url) => Url = url;

    private NetworkTrouble(FaultyServer server)
        : this(server.Url) => _server = server;

    public static TheoryData<string> Names =>
    [
        "closed port", "unknown host", "silent server", "HTML page", "HTML error page", "unfinished answer", "unfinished head",
        "unfinished XML", "no HTTP", "not found", "redirect", "empty answer",
    ];

    public string Url { get; }

    public static NetworkTrouble Make(string name) => name switch
    {
        "closed port" => new(FaultyServer.ClosedPort()),
        "unknown host" => new("http://no-such-host.invalid:8000/RPC2"),
        "silent server" => new(FaultyServer.Silent()),
        "HTML page" => new(FaultyServer.Answering("HTTP/1.1 200 OK\r\nContent-Type: text/html", Html)),
        "HTML error page" => new(FaultyServer.Answering("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html", Html)),
        "unfinished answer" => new(FaultyServer.Answering(Ok, "<?xml version=\"1.0\"?><methodResponse>", 500)),
        "unfinished head" => new(FaultyServer.Sending("HTTP/1.1 200 OK\r\nContent-Ty")),
        "unfinished XML" => new(FaultyServer.Answering(Ok, "<?xml version=\"1.0\"?><methodResponse><params>")),
        "no HTTP" => new(FaultyServer.Sending("220 mail.example ESMTP\r\n")),
        "not found" => new(FaultyServer.Answering("HTTP/1.1 404 Not Found\r\nContent-Type: text/plain", "Not found\r\nat all\r\n")),
        "redirect" => new(FaultyServer.Answering("HTTP/1.1 302 Found\r\nLocation: /login", "")),
        "empty answer" => new(FaultyServer.Answering(Ok, "")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such trouble."),
    };

    /// <summary>Checks that a program said in one line what is wrong.</summary>
    public static void AssertOneLine(ProgramRun run)
    {
        Assert.Equal("", run.Output);
        var line = Assert.Single(run.Errors.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        Assert.InRange(line.Length, 20, 400);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
