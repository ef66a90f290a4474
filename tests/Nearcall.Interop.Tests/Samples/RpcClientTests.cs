using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Samples;

public sealed class RpcClientTests
{
    [Theory]
    [InlineData("returns")]
    [InlineData("raises")]
    public async Task Run_PythonServer_PrintsTheFiveLines(string form)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = PythonPeer.Start("origin_server.py", form);
        var url = await server.WaitForUrlAsync(cancellationToken);

        FiveLines.AssertPrinted(await Sample.RpcClient.RunAsync(cancellationToken, url));
    }

    [Fact]
    public async Task Run_OwnServer_PrintsTheFiveLines()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var server = await Sample.RpcServer.StartAsync("--port", "0");
        var url = await server.WaitForUrlAsync(cancellationToken);

        FiveLines.AssertPrinted(await Sample.RpcClient.RunAsync(cancellationToken, url));
    }

    [Theory]
    [MemberData(nameof(NetworkTrouble.Names), MemberType = typeof(NetworkTrouble))]
    public async Task Run_NetworkTrouble_SaysSoInOneLine(string name)
    {
        await using var trouble = NetworkTrouble.Make(name);

        NetworkTrouble.AssertOneLine(await Sample.RpcClient.RunAsync(TestContext.Current.CancellationToken, trouble.Url));
    }

    [Theory]
    [InlineData]
    [InlineData("localhost:8000")]
    [InlineData("ftp://localhost/RPC2")]
    [InlineData("/RPC2")]
    [InlineData("http://localhost:8000/RPC2", "add")]
    public async Task Run_NoAddress_ShowsUsage(params string[] arguments)
    {
        var run = await Sample.RpcClient.RunAsync(TestContext.Current.CancellationToken, arguments);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("Usage: ", run.Errors, StringComparison.Ordinal);
    }
}
