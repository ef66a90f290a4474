using System.Net;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Commands;

/// <summary>Whatever is wrong with a server or the way to it is one clear line and exit code 2.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("call", "m")]
    [InlineData("list")]
    [InlineData("describe")]
    [InlineData("describe", "m")]
    [InlineData("call", "m", "--verbose")]
    public async Task ClosedPort_IsSaid(string command, params string[] more)
    {
        var url = ClosedPort.Url();

        var run = await ToolRun.RunAsync([command, url, .. more]);

        Assert.Equal((ExitCode.NoAnswer, ""), (run.Code, run.Output));
        Assert.Contains($"nearcall: No connection to {url}: Connection refused.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownHost_IsSaid()
    {
        var run = await ToolRun.RunAsync("call", "http://no-such-host.invalid/RPC2", "m");

        AssertNoAnswer("nearcall: The host 'no-such-host.invalid' of http://no-such-host.invalid/RPC2 is not known.", run);
    }

    [Theory]
    [InlineData]
    [InlineData("--verbose")]
    public async Task SilentServer_TimesOut(params string[] more)
    {
        await using var server = new StubServer(StubReply.Silence);

        var run = await ToolRun.RunAsync(["call", server.Url, "m", "--timeout", "0.25", .. more]);

        Assert.Equal((ExitCode.NoAnswer, ""), (run.Code, run.Output));
        Assert.EndsWith($"nearcall: {server.Url} did not answer the call of 'm' within 0.25 s. The call may have been executed.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlPage_IsSaidWithItsTitle()
    {
        var page = "<!DOCTYPE html><html><head><title>Wel\u001B[31mcome</title></head></html>";
        await using var server = new StubServer(StubReply.Of("404 Not Found", page, "Content-Type: text/html\r\n"));

        var run = await ToolRun.RunAsync("call", server.Url, "m");

        AssertNoAnswer($"nearcall: {server.Url} answered 404 Not Found with an HTML page: \"Wel [31mcome\"", run);
    }

    [Fact]
    public async Task UnfinishedAnswer_IsSaid()
    {
        await using var server = new StubServer(StubReply.Raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<?xml"));

        var run = await ToolRun.RunAsync("call", server.Url, "m");

        AssertNoAnswer($"nearcall: The answer of {server.Url} was cut short: the connection ended before it did. The call may have been executed.", run);
    }

    [Fact]
    public async Task UnfinishedXml_IsSaid()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five[..^20]));

        var run = await ToolRun.RunAsync("call", server.Url, "m");

        Assert.Equal(ExitCode.NoAnswer, run.Code);
        Assert.Contains("was cut short", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadValue_IsSaidWithItsPlaceAndRule()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array("<int>5x</int>"))));

        var run = await ToolRun.RunAsync("call", server.Url, "m");

        Assert.Equal(ExitCode.NoAnswer, run.Code);
        Assert.StartsWith("nearcall: The answer cannot be read. ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("params[0][0], byte ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(", rule R13", run.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("--dialect", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StrictReading_NamesTheOptionThatTolerates()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("<boolean>true</boolean>")));

        var strict = await ToolRun.RunAsync("call", server.Url, "m", "--dialect", "strict");
        var tolerant = await ToolRun.RunAsync("call", server.Url, "m");

        Assert.Equal(ExitCode.NoAnswer, strict.Code);
        Assert.Contains("The option --dialect tolerant takes it.", strict.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("true\n", tolerant.Output);
    }

    [Fact]
    public async Task Redirect_IsNotFollowedIntoAnotherMethod()
    {
        await using var server = new StubServer(StubReply.Redirect((int)HttpStatusCode.Found, "/elsewhere"));

        var run = await ToolRun.RunAsync("call", server.Url, "m", "--verbose");

        Assert.Equal(ExitCode.NoAnswer, run.Code);
        Assert.Contains("would turn the call into a GET", run.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task OutputThatCannotBeWritten_IsSaid()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var error = new StringWriter { NewLine = "\n" };
        var environment = new ToolEnvironment
        {
            Output = new StreamWriter(new FullStream()),
            Error = error,
            Input = Stream.Null,
            GetVariable = _ => null,
        };

        var code = await ToolProgram.RunAsync(["call", server.Url, "m"], environment, TestContext.Current.CancellationToken);

        Assert.Equal((ExitCode.NoAnswer, "nearcall: The output cannot be written: No space left.\n"), (code, error.ToString()));
    }

    private static void AssertNoAnswer(string line, ToolRun run) => Assert.Equal(new ToolRun(ExitCode.NoAnswer, "", line + "\n"), run);

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left.");
    }
}
