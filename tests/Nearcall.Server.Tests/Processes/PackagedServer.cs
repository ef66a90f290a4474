using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Server.Tests.Processes;

/// <summary>The real program, in a process of its own, on a port that was free.</summary>
internal sealed partial class PackagedServer : IAsyncDisposable
{
    public const int Hangup = 1;
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private PackagedServer(RunningProgram program, int port, string scheme)
    {
        Program = program;
        Port = port;
        Root = new Uri($"{scheme}://localhost:{port}/");
    }

    public RunningProgram Program { get; }

    public int Port { get; }

    public Uri Root { get; }

    /// <summary>Its log so far, less the web server's warning that the machine gives it too little time.</summary>
    public IReadOnlyList<string> Log =>
        [.. Program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("heartbeat", StringComparison.Ordinal))];

    public Uri Rpc => new(Root, "RPC2");

    /// <summary>The command that starts it.</summary>
    /// <param name="settings">As variables of the environment, without their prefix; one that has an underscore in front stays as it is.</param>
    /// <param name="arguments">The command line.</param>
    public static ProcessStartInfo Command(IEnumerable<(string Name, string Value)> settings, params string[] arguments)
    {
        var program = Path.Combine(Repository.Root, "deploy", "server", "bin", Repository.Configuration, "net10.0", "nearcall-server.dll");
        var start = DotNet.Command([program, .. arguments]);
        foreach (var (name, value) in settings)
        {
            start.Environment[name.StartsWith('_') ? name[1..] : $"NEARCALL_{name}"] = value;
        }

        return start;
    }

    /// <summary>Runs it to an end that comes by itself.</summary>
    public static Task<ProgramRun> RunAsync(IEnumerable<(string Name, string Value)> settings, params string[] arguments) =>
        ProgramRun.RunAsync(Command(settings, arguments), TestContext.Current.CancellationToken);

    /// <summary>Starts it and waits for its banner.</summary>
    public static async Task<PackagedServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var program = RunningProgram.Start(Command([("PORT", "0"), .. settings]));
        var banner = Banner().Match(await program.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.True(banner.Success);
        var isSecure = settings.Any(setting => setting.Name == "TLS__CERTIFICATE");
        return new PackagedServer(program, int.Parse(banner.Groups["port"].Value, CultureInfo.InvariantCulture), isSecure ? "https" : "http");
    }

    /// <summary>Waits until a line of its log holds a text, and gives that line.</summary>
    public async Task<string> WaitForLogAsync(string text)
    {
        while (true)
        {
            if (Program.Errors.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public Task<int> EndAsync(int signal = Interrupt) => Program.InterruptAsync(signal, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Program.DisposeAsync();

    [GeneratedRegex(@"^RPC Server running on port (?<port>[1-9][0-9]*)\.\.\.$")]
    private static partial Regex Banner();
}
