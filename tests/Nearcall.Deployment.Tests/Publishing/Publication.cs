using System.Diagnostics;
using Nearcall.Interop.Tests.Peers;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Publishing;

/// <summary>What <c>eng/publish</c> makes. Each part is made once in a run of the tests, when a test first wants it.</summary>
internal static class Publication
{
    /// <summary>The tests that need it run one after the other: they publish, boot and build on all that the machine has.</summary>
    public const string Collection = "What is shipped";

    private static readonly Lazy<Task> Server = new(() => MakeOnceAsync("server", "deb", "container"));
    private static readonly Lazy<Task> Client = new(() => MakeOnceAsync("client"));
    private static readonly Lazy<Task> Tool = new(() => MakeOnceAsync("tool"));

    public static string Folder { get; } = Repository.PathOf("artifacts/publish");

    /// <summary>The version of everything, as one file of the repository says it.</summary>
    public static string Version { get; } =
        System.Xml.Linq.XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    public static async Task<string> ServerAsync() => await FileAsync(Server, $"nearcall-server-{Version}-linux-x64/nearcall-server");

    public static async Task<string> PackageAsync() => await FileAsync(Server, $"nearcall-server_{Version}_amd64.deb");

    public static async Task<string> ImageAsync() => await FileAsync(Server, $"nearcall-server-{Version}-linux-x64.oci.tar");

    public static async Task<string> ClientAsync() => await FileAsync(Client, $"rpc_client-{Version}-linux-x64/rpc_client");

    public static async Task<string> WindowsClientAsync() => await FileAsync(Client, $"rpc_client-{Version}-win-x64/rpc_client.exe");

    public static async Task<string> ToolAsync() => await FileAsync(Tool, $"nearcall-{Version}-linux-x64/nearcall");

    /// <summary>Makes everything.</summary>
    public static async Task AllAsync()
    {
        await ServerAsync();
        await ClientAsync();
        await ToolAsync();
    }

    public static async Task MakeAsync(params string[] artifacts)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "eng/publish runs on Linux.");
        if (artifacts.Contains("container"))
        {
            PeerProgram.Require("dpkg-deb");
            PeerProgram.Require("podman");
        }

        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Repository.PathOf("eng/publish"), artifacts);
        // The test runner's own settings would make the child load the wrong build engine, or measure its coverage.
        foreach (var name in start.Environment.Keys.Where(IsOfTestRunner).ToArray())
        {
            start.Environment.Remove(name);
        }

        var run = await ProgramRun.RunAsync(start, CancellationToken.None, TimeSpan.FromMinutes(9));
        Assert.DoesNotContain("warning", run.ThrowIfFailed(), StringComparison.OrdinalIgnoreCase);
        var made = $"eng/publish {string.Join(' ', artifacts)}: {watch.Elapsed.TotalSeconds:0} s";
        TestContext.Current.TestOutputHelper?.WriteLine($"{made}\n{run.Output}");
    }

    // For work on a test: with KEEP_PUBLISHED=1 what is there is taken as it is.
    private static Task MakeOnceAsync(params string[] artifacts) =>
        Environment.GetEnvironmentVariable("KEEP_PUBLISHED") == "1" ? Task.CompletedTask : MakeAsync(artifacts);

    private static async Task<string> FileAsync(Lazy<Task> made, string name)
    {
        await made.Value;
        var path = Path.Combine(Folder, name);
        Assert.True(File.Exists(path), $"eng/publish did not make {path}.");
        return path;
    }

    private static bool IsOfTestRunner(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CORECLR_", StringComparison.Ordinal)
        || name.StartsWith("COVERLET", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_STARTUP_HOOKS" or "VSTEST_CONNECTION_TIMEOUT";
}
