using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Connection;

public sealed class HeaderTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task Header_IsSent()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        await ToolRun.RunAsync(
            "call", server.Url, "m", "-H", "X-One: 1", "--header", "X-Two:a: b ", "-H", "User-Agent: mine", "-H", "Host: example.com");

        Assert.Equal("1", server.Request.Header("X-One"));
        Assert.Equal("a: b", server.Request.Header("X-Two"));
        Assert.Equal("mine", server.Request.Header("User-Agent"));
        Assert.Equal("example.com", server.Request.Header("Host"));
    }

    [Fact]
    public async Task HeaderFile_IsSentWithItsSecrets()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        await File.WriteAllTextAsync(_file, "Authorization: Digest x\r\n\r\nX-Api-Key: k\n", TestContext.Current.CancellationToken);

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--header", "@" + _file, "--verbose");

        Assert.Equal("Digest x", server.Request.Header("Authorization"));
        Assert.Equal("k", server.Request.Header("X-Api-Key"));
        Assert.Contains("> Authorization: Digest ***\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("> X-Api-Key: ***\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no colon", "'Name: value'")]
    [InlineData(": value", "'Name: value'")]
    [InlineData("two words: value", "'Name: value'")]
    [InlineData("X-One: hunter2\r\nX-Two: b", "not printable ASCII")]
    [InlineData("X-One: hunter2\u00E9", "not printable ASCII")]
    [InlineData("Content-Type: application/xml", "by the tool itself")]
    [InlineData("Transfer-Encoding: chunked", "by the tool itself")]
    [InlineData("Authorization: Basic hunter2", "is a secret")]
    [InlineData("authorization: Basic hunter2", "is a secret")]
    [InlineData("Proxy-Authorization: Basic hunter2", "is a secret")]
    public async Task Header_ThatCannotBeSent_IsRefusedWithoutItsValue(string header, string reason)
    {
        var run = await ToolRun.RunAsync("list", ClosedPort.Url(), "-H", header);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_GivenTwice_IsRefused()
    {
        var run = await ToolRun.RunAsync("list", ClosedPort.Url(), "-H", "X-One: 1", "-H", "x-one: 2");

        Assert.Equal((ExitCode.Usage, "nearcall: The header 'x-one' is given twice."), (run.Code, run.ErrorLine));
    }

    public void Dispose() => File.Delete(_file);
}
