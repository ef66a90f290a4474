using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Commands;

public sealed class CallCommandTests
{
    [Fact]
    public async Task Call_Answer_IsPrintedAlone()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of("<int>15</int>")));

        var run = await ToolRun.RunAsync("call", server.Url, "add", "10", "5");

        Assert.Equal(new ToolRun(ExitCode.Answer, "15\n", ""), run);
        Assert.Equal("POST /RPC2 HTTP/1.1", server.Request.Line);
        Assert.StartsWith("nearcall/", server.Request.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Contains("<methodName>add</methodName>", server.Request.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fault 42: It failed\n")]
    [InlineData("{\"faultCode\": 42, \"faultString\": \"It failed\"}\n", "--json")]
    public async Task Call_Fault_IsOnStandardErrorAlone(string error, params string[] options)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));

        var run = await ToolRun.RunAsync(["call", server.Url, "fail", .. options]);

        Assert.Equal(new ToolRun(ExitCode.Fault, "", error), run);
    }

    [Fact]
    public async Task Call_FaultAsXml_IsTheMessage()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Fault));

        var run = await ToolRun.RunAsync("call", server.Url, "fail", "--xml");

        Assert.Equal((ExitCode.Fault, ""), (run.Code, run.Output));
        Assert.Equal(42, XmlRpcMethodResponse.Read(System.Text.Encoding.UTF8.GetBytes(run.Error), XmlRpcDialect.Strict).Fault!.Code);
    }

    [Fact]
    public async Task Call_FaultOfManyLines_KeepsThemButObeysNone()
    {
        var answer = Answers.Fault.Replace("It failed", "Line 1\n\u009BLine\t2", StringComparison.Ordinal);
        await using var server = new StubServer(StubReply.Ok(answer));

        var run = await ToolRun.RunAsync("call", server.Url, "fail");

        Assert.Equal("fault 42: Line 1\n\\u009BLine\t2\n", run.Error);
    }

    [Theory]
    [InlineData("5000000000", "An i8 cannot be written")]
    [InlineData("nil", "Nil cannot be written")]
    public async Task Call_StrictWithAnExtension_IsRefusedBeforeItIsSent(string argument, string reason)
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Five));

        var run = await ToolRun.RunAsync("call", server.Url, "m", argument, "--dialect", "strict");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("--dialect tolerant takes it", run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Call_StringThatXmlCannotHold_IsRefusedBeforeItIsSent()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", "s:a\u001Bb");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("U+001B", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_EmptyMethod_IsRefused()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "");

        Assert.Equal((ExitCode.Usage, "nearcall: METHOD is empty. For help: nearcall call --help"), (run.Code, run.ErrorLine));
    }

    [Fact]
    public async Task Call_JsonAndXml_ExcludeEachOther()
    {
        var run = await ToolRun.RunAsync("call", ClosedPort.Url(), "m", "--json", "--xml");

        Assert.Equal((ExitCode.Usage, "nearcall: --json and --xml exclude each other."), (run.Code, run.ErrorLine));
    }

    [Fact]
    public async Task Call_Interrupted_EndsAsShellsExpect()
    {
        using var interrupt = new CancellationTokenSource();
        await using var server = new StubServer(_ =>
        {
            interrupt.Cancel();
            return StubReply.Silence;
        });

        var run = await new ToolWorld { Interrupt = interrupt.Token }.RunAsync("call", server.Url, "m");

        Assert.Equal(new ToolRun(ExitCode.Interrupted, "", ""), run);
    }
}
