using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Commands;

/// <summary>A command line that is wrong is refused with one line that helps, and nothing is sent.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("A command is missing. For help: nearcall --help")]
    [InlineData("'foo' is not known here. For help: nearcall --help", "foo")]
    [InlineData("A command is missing. For help: nearcall --help", "--verbose")]
    [InlineData("URL is missing. For help: nearcall call --help", "call")]
    [InlineData("METHOD is missing. For help: nearcall call --help", "call", "http://h/")]
    [InlineData("URL is missing. For help: nearcall list --help", "list")]
    [InlineData("'m' is not known here. For help: nearcall list --help", "list", "http://h/", "m")]
    [InlineData("'n' is not known here. For help: nearcall describe --help", "describe", "http://h/", "m", "n")]
    [InlineData("'--xml' is not known here. For help: nearcall list --help", "list", "http://h/", "--xml")]
    [InlineData("--json takes no value. For help: nearcall call --help", "call", "http://h/", "m", "--json=5")]
    [InlineData("-v takes no value. For help: nearcall call --help", "call", "http://h/", "m", "-v:x")]
    [InlineData("--user and --token-file exclude each other.", "list", "http://h/", "-u", "ann", "--token-file", "f")]
    [InlineData("--password-file needs --user.", "list", "http://h/", "--password-file", "f")]
    public async Task CommandLine_Wrong_IsRefusedInOneLine(string message, params string[] words)
    {
        var run = await ToolRun.RunAsync(words);

        Assert.Equal(new ToolRun(ExitCode.Usage, "", $"nearcall: {message}\n"), run);
    }

    [Theory]
    [InlineData("--jsom")]
    [InlineData("-x")]
    [InlineData("--insecure")]
    [InlineData("-vt")]
    public async Task Option_Unknown_IsNotSentAsAString(string word)
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", word);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith($"nearcall: '{word}' is no option. To send it as a string write s:{word},", run.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("99999999999")]
    public async Task Timeout_OutOfRange_IsRefused(string seconds)
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", "--timeout", seconds);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("is no time-out", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialect_Unknown_IsRefused()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", "--dialect", "loose");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("'strict' 'tolerant'", run.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:8000/RPC2")]
    [InlineData("/RPC2")]
    [InlineData("ftp://localhost/")]
    [InlineData("http:///RPC2")]
    [InlineData("")]
    [InlineData("file:///etc/passwd")]
    public async Task Address_OfNoServer_IsRefused(string address)
    {
        var run = await ToolRun.RunAsync("list", address);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("is no address of a server", run.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://ann:hunter2@localhost/RPC2")]
    [InlineData("http://ann@localhost/RPC2")]
    [InlineData("http://ann:hun@ter2@localhost:port/RPC2")]
    [InlineData("ann:hunter2@localhost/RPC2")]
    public async Task Address_WithUserInfo_IsRefusedAndNotShown(string address)
    {
        var run = await ToolRun.RunAsync("list", address);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("--user NAME", run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("ter2", run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlCharacters_OfACommandLine_AreEscaped()
    {
        var run = await ToolRun.RunAsync("\u001B[31mred\n");

        Assert.Equal("nearcall: '\\u001B[31mred\\n' is not known here. For help: nearcall --help", run.ErrorLine);
    }

    [Theory]
    [InlineData("Commands:", "--help")]
    [InlineData("Commands:", "-h")]
    [InlineData("nearcall call <URL> <METHOD> [<ARGS>...]", "call", "--help")]
    [InlineData("nearcall list <URL>", "list", "-h")]
    [InlineData("nearcall describe <URL> [<METHOD>]", "describe", "--help")]
    public async Task Help_IsOnStandardOutput(string part, params string[] words)
    {
        var run = await ToolRun.RunAsync(words);

        Assert.Equal((ExitCode.Answer, ""), (run.Code, run.Error));
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OffersNoWayAroundCertificates()
    {
        var run = await ToolRun.RunAsync("call", "--help");

        Assert.DoesNotContain("insecure", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("--password ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_IsThatOfTheTool()
    {
        var run = await ToolRun.RunAsync("--version");

        Assert.Equal(new ToolRun(ExitCode.Answer, typeof(ToolProgram).Assembly.GetName().Version!.ToString(3) + "\n", ""), run);
    }
}
