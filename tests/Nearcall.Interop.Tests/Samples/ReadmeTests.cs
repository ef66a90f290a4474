using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

/// <summary>What the README shows first is run as it is printed.</summary>
public sealed class ReadmeTests
{
    private const string Listening = "Now listening on: ";

    [Fact]
    public async Task Run_ServerAndClientOfTheFirstScreen_PrintTheSumTwice()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await ReadmeProgram.Server.StartAsync();
        var url = "";
        while (!url.Contains(Listening, StringComparison.Ordinal))
        {
            url = await server.ReadLineAsync(cancellationToken);
        }

        var client = await ReadmeProgram.Client(url.Split(':')[^1]).RunAsync(cancellationToken);

        Assert.Equal((0, "15\n15\n", ""), (client.ExitCode, client.Output.ReplaceLineEndings("\n"), client.Errors));
    }
}
