using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Nearcall.Deployment.Tests.Publishing;
using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Deployment.Tests.Windows;

/// <summary>The origin's road: a client on Windows, a server on Linux. Windows is Wine here.</summary>
[Collection(Publication.Collection)]
[Trait("Size", "Long")]
public sealed partial class WindowsClientTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall-").FullName;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        PeerProgram.Require("wine");
        await ProgramRun.RunAsync(Wine("wineboot", "--init"), CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await ProgramRun.RunAsync(Wine("wineserver", "--kill"), CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Client_UnderWine_PrintsTheFiveLines()
    {
        var client = await Publication.WindowsClientAsync();
        var start = new ProcessStartInfo(await Publication.ServerAsync()) { RedirectStandardOutput = true };
        start.Environment["NEARCALL_PORT"] = "0";
        start.Environment["NEARCALL_ADDRESS"] = "127.0.0.1";
        using var server = Process.Start(start)!;
        try
        {
            var banner = await server.StandardOutput.ReadLineAsync(CancellationToken);
            var port = int.Parse(Number().Match(banner ?? "").Value, CultureInfo.InvariantCulture);

            var run = await ProgramRun.RunAsync(Wine("wine", client, $"http://127.0.0.1:{port}/RPC2"), CancellationToken);

            FiveLines.AssertPrinted(run with { Errors = OfWineItself().Replace(run.Errors, "") });
        }
        finally
        {
            server.Kill();
        }
    }

    [Fact]
    public async Task Client_UnderWineWithoutAServer_SaysSoInOneLine()
    {
        var run = await ProgramRun.RunAsync(
            Wine("wine", await Publication.WindowsClientAsync(), "http://127.0.0.1:9/RPC2"), CancellationToken);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("No connection to http://127.0.0.1:9/RPC2", OfWineItself().Replace(run.Errors, ""), StringComparison.Ordinal);
    }

    private ProcessStartInfo Wine(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["WINEPREFIX"] = _folder;
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment.Remove("DISPLAY");
        return start;
    }

    // Programs of 32 bits cannot run there. Ours has 64.
    [GeneratedRegex(@"^it looks like wine32 is missing.*\n(.*\n)*?.*wine32.*\n", RegexOptions.Multiline)]
    private static partial Regex OfWineItself();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
