using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

public sealed class ValidatorClientTests(InteropServer server) : IClassFixture<InteropServer>
{
    [Fact]
    [Trait("Rule", "R80")]
    public async Task R80_Run_OwnServer_PassesAllEightTests()
    {
        var run = await Sample.ValidatorClient.RunAsync(TestContext.Current.CancellationToken, server.Url);

        AssertPassed(run);
    }

    [Fact]
    [Trait("Rule", "R80")]
    public async Task R80_Run_PythonServer_PassesAllEightTests()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var python = PythonPeer.Start("peer_server.py", "HTTP/1.1");

        AssertPassed(await Sample.ValidatorClient.RunAsync(cancellationToken, await python.WaitForUrlAsync(cancellationToken)));
    }

    private static void AssertPassed(ProgramRun run)
    {
        Assert.Equal("", run.Errors);
        Assert.EndsWith("\n8 passed, 0 failed\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }
}
