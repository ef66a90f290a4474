using System.Net;
using Nearcall.Server.Tests.Processes;

namespace Nearcall.Server.Tests.Settings;

public sealed class SettingTests
{
    [Fact]
    public async Task Settings_FromFileAndEnvironment_TheEnvironmentWins()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var file = folder.Write("settings.json", """
            {
              // A comment is allowed.
              "Port": 1,
              "Path": "/calculator",
              "Limits": { "MaxMulticallEntries": 1 },
            }
            """);
        await using var server = await PackagedServer.StartAsync(("SETTINGS", file));
        using var client = new XmlRpcClient(new Uri(server.Root, "calculator"));

        Assert.Equal(15, await client.CallAsync<int>("add", cancellationToken, 10, 5));
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(server.Rpc, cancellationToken)).StatusCode);
        var two = client.Multicall();
        two.Add<int>("add", 1, 2);
        two.Add<int>("add", 1, 2);
        var fault = await Assert.ThrowsAsync<XmlRpcFaultException>(() => two.SendAsync(cancellationToken));
        Assert.Equal(XmlRpcFaultCodes.LimitExceeded, fault.Code);
    }

    [Fact]
    public async Task Check_GoodSettings_SaysSoAndEnds()
    {
        var run = await PackagedServer.RunAsync([("PORT", "8001")], "--check");

        Assert.Equal((0, "The settings are in order: port 8001.\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("--version", "nearcall-server ")]
    [InlineData("--help", "Usage: nearcall-server ")]
    public async Task Ask_Always_Answers(string argument, string start)
    {
        var run = await PackagedServer.RunAsync([], argument);

        Assert.StartsWith(start, run.ThrowIfFailed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_Always_PrintsTheBannerAndNothingElse()
    {
        await using var server = await PackagedServer.StartAsync();

        Assert.False(server.Program.Lines.TryPeek(out _));
        Assert.Empty(server.Log);
    }

    [Fact]
    public async Task Health_OfAServerThatServes_IsGood()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await PackagedServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Root };

        Assert.Equal("live\n", await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), cancellationToken));
        Assert.Equal("ready\n", await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken));
    }
}
