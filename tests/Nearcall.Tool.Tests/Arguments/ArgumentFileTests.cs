using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Arguments;

/// <summary>Arguments that come from files and from standard input.</summary>
public sealed class ArgumentFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nearcall").FullName;

    [Fact]
    public async Task Base64_OfAFile_HoldsItsOctets()
    {
        await using var server = EchoServer.Start();
        await File.WriteAllBytesAsync(In("photo"), [0, 1, 255, 13, 10], TestContext.Current.CancellationToken);

        var run = await ToolRun.RunAsync("call", server.Url, "echo", $"b64:@{In("photo")}");

        Assert.Equal("AAH/DQo=\n", run.Output);
    }

    [Fact]
    public async Task Base64_OfStandardInput_HoldsItsOctets()
    {
        await using var server = EchoServer.Start();

        var run = await new ToolWorld { Input = "hello" }.RunAsync("call", server.Url, "echo", "b64:@-");

        Assert.Equal("aGVsbG8=\n", run.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Json_OfAFile_IsRead(string mark)
    {
        await using var server = EchoServer.Start();
        await File.WriteAllTextAsync(In("user.json"), mark + "{\"name\": \"Ann\"}\n", TestContext.Current.CancellationToken);

        var run = await ToolRun.RunAsync("call", server.Url, "echo", $"json:@{In("user.json")}");

        Assert.Equal("name: \"Ann\"\n", run.Output);
    }

    [Fact]
    public async Task Json_OfStandardInput_IsRead()
    {
        await using var server = EchoServer.Start();

        var run = await new ToolWorld { Input = "[1, 2]" }.RunAsync("call", server.Url, "echo", "json:@-");

        Assert.Equal("- 1\n- 2\n", run.Output);
    }

    [Theory]
    [InlineData("b64:@")]
    [InlineData("json:@")]
    public async Task File_ThatIsNotThere_IsRefused(string prefix)
    {
        var run = await ToolRun.RunAsync("call", "http://127.0.0.1:9/", "echo", prefix + In("nowhere"));

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(In("nowhere"), run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WithoutAName_IsRefused()
    {
        var run = await ToolRun.RunAsync("call", "http://127.0.0.1:9/", "echo", "b64:@");

        Assert.Equal((ExitCode.Usage, "nearcall: A file has no name."), (run.Code, run.ErrorLine));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);
}
