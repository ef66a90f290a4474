using System.Text;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Connection;

/// <summary>Where passwords and tokens come from, and that they go to the server and nowhere else.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task User_WithThePasswordOfTheEnvironment_IsSent()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var world = new ToolWorld { Variables = { ["NEARCALL_PASSWORD"] = "hunter\u00E9" } };

        var run = await world.RunAsync("call", server.Url, "m", "--user", "ann");

        Assert.Equal(new ToolRun(ExitCode.Answer, "5\n", ""), run);
        Assert.Equal(Basic("ann:hunter\u00E9"), server.Request.Header("Authorization"));
    }

    [Theory]
    [InlineData("hunter2", "hunter2")]
    [InlineData("hunter2\n", "hunter2")]
    [InlineData("hunter2\r\n", "hunter2")]
    [InlineData("\uFEFFhunter2\n", "hunter2")]
    [InlineData(" hunter 2 \n", " hunter 2 ")]
    public async Task User_WithThePasswordOfAFile_IsSent(string content, string password)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        await File.WriteAllTextAsync(_file, content, TestContext.Current.CancellationToken);
        var world = new ToolWorld { Variables = { ["NEARCALL_PASSWORD"] = "another" } };

        await world.RunAsync("call", server.Url, "m", "-u", "ann", "--password-file", _file);

        Assert.Equal(Basic("ann:" + password), server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task User_WithThePasswordOfStandardInput_IsSent()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        await new ToolWorld { Input = "hunter2\n" }.RunAsync("call", server.Url, "m", "-u", "ann", "--password-file", "-");

        Assert.Equal(Basic("ann:hunter2"), server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task User_WithNothingElse_IsAskedForThePassword()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var questions = new List<string>();
        var world = new ToolWorld
        {
            AskSecret = question =>
            {
                questions.Add(question);
                return "hunter2";
            },
        };

        await world.RunAsync("call", server.Url, "m", "-u", "ann");

        Assert.Equal(["Password of ann: "], questions);
        Assert.Equal(Basic("ann:hunter2"), server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task User_WithNobodyToAsk_IsRefused()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", "-u", "ann");

        Assert.Equal(
            (ExitCode.Usage, "nearcall: There is no password and nobody to ask for it: set NEARCALL_PASSWORD or use --password-file."),
            (run.Code, run.ErrorLine));
    }

    [Fact]
    public async Task User_WhoInterruptsTheQuestion_EndsAsShellsExpect()
    {
        var world = new ToolWorld { AskSecret = _ => throw new OperationCanceledException() };

        var run = await world.RunAsync("list", ClosedPort.Url(), "-u", "ann");

        Assert.Equal(new ToolRun(ExitCode.Interrupted, "", ""), run);
    }

    [Theory]
    [InlineData("a:b", "hunter2")]
    [InlineData("ann", "hun\nter2")]
    public async Task User_ThatCannotBeSent_IsRefusedWithoutThePassword(string user, string password)
    {
        var run = await new ToolWorld { Variables = { ["NEARCALL_PASSWORD"] = password } }.RunAsync("list", ClosedPort.Url(), "-u", user);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain("ter2", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_OfTheEnvironment_IsSent()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        await new ToolWorld { Variables = { ["NEARCALL_TOKEN"] = "abc.def" } }.RunAsync("call", server.Url, "m");

        Assert.Equal("Bearer abc.def", server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Token_OfAFile_IsSentInsteadOfThatOfTheEnvironment()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        await File.WriteAllTextAsync(_file, "file-token\n", TestContext.Current.CancellationToken);

        await new ToolWorld { Variables = { ["NEARCALL_TOKEN"] = "abc.def" } }.RunAsync("call", server.Url, "m", "--token-file", _file);

        Assert.Equal("Bearer file-token", server.Request.Header("Authorization"));
    }

    [Fact]
    public async Task Token_ThatCannotBeSent_IsRefusedAndNotShown()
    {
        var run = await new ToolWorld { Variables = { ["NEARCALL_TOKEN"] = "abc def" } }.RunAsync("list", ClosedPort.Url());

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.DoesNotContain("abc", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_CountsMoreThanTheTokenOfTheEnvironment()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));
        var world = new ToolWorld { Variables = { ["NEARCALL_TOKEN"] = "abc", ["NEARCALL_PASSWORD"] = "hunter2" } };

        await world.RunAsync("call", server.Url, "m", "-u", "ann");

        Assert.Equal(Basic("ann:hunter2"), server.Request.Header("Authorization"));
    }

    [Theory]
    [InlineData("--password-file", "-u", "ann")]
    [InlineData("--token-file")]
    public async Task SecretFile_Empty_IsRefused(string option, params string[] more)
    {
        await File.WriteAllTextAsync(_file, "\n", TestContext.Current.CancellationToken);

        var run = await ToolRun.RunAsync(["list", ClosedPort.Url(), option, _file, .. more]);

        Assert.Equal((ExitCode.Usage, $"nearcall: '{_file}' holds no secret: it is empty."), (run.Code, run.ErrorLine));
    }

    public void Dispose() => File.Delete(_file);

    private static string Basic(string userAndPassword) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(userAndPassword));
}
