using System.Text.Json;
using Nearcall.Client.Tests.Infrastructure;
using Nearcall.Tool.Tests.Running;

namespace Nearcall.Tool.Tests.Commands;

/// <summary><c>list</c> and <c>describe</c>, on servers that tell all, half or nothing of themselves.</summary>
public sealed class IntrospectionTests
{
    private const string NotFound = "-32601";

    [Fact]
    public async Task List_PrintsOneNameOnALine()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("list", server.Url);

        Assert.Equal(new ToolRun(ExitCode.Answer, "add\necho\nodd\\n\\u001Bname\n", ""), run);
    }

    [Fact]
    public async Task List_Json_IsAnArray()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("list", server.Url, "--json");

        Assert.Equal(["add", "echo", "odd\n\u001Bname"], JsonSerializer.Deserialize<string[]>(run.Output)!);
    }

    [Fact]
    public async Task List_OfNoMethods_PrintsNothing()
    {
        await using var server = new StubServer(StubReply.Ok(Answers.Of(Answers.Array())));

        Assert.Equal(new ToolRun(ExitCode.Answer, "", ""), await ToolRun.RunAsync("list", server.Url));
    }

    [Theory]
    [InlineData("The server does not list its methods", "list")]
    [InlineData("The server does not list its methods", "describe")]
    [InlineData("The server does not describe 'add'", "describe", "add")]
    public async Task NoIntrospection_IsOneClearLine(string message, string command, params string[] more)
    {
        await using var server = new StubServer(StubReply.Ok(Fault("No such method")));

        var run = await ToolRun.RunAsync([command, server.Url, .. more]);

        Assert.Equal(new ToolRun(ExitCode.Fault, "", $"nearcall: {message}: fault {NotFound}: No such method\n"), run);
    }

    [Fact]
    public async Task Describe_OneMethod_ShowsSignaturesAndHelp()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("describe", server.Url, "add");

        Assert.Equal(
            new ToolRun(ExitCode.Answer, "add(int, int) -> int\nadd(double, double) -> double\n    Adds.\n\n      More\\u001B.\n", ""),
            run);
    }

    [Fact]
    public async Task Describe_OneMethodAsJson_IsAnObject()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("describe", server.Url, "add", "--json");

        var method = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("add", method.GetProperty("name").GetString());
        Assert.Equal("""[["int","int","int"],["double","double","double"]]""", Compact(method.GetProperty("signatures")));
        Assert.Equal("\nAdds.\n\n  More\u001B.\n", method.GetProperty("help").GetString());
    }

    [Fact]
    public async Task Describe_All_ShowsWhatEachTells()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("describe", server.Url);

        Assert.Equal(ExitCode.Answer, run.Code);
        Assert.EndsWith("    Adds.\n\n      More\\u001B.\n\necho(...)\n\nodd\\n\\u001Bname(...)\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_AllAsJson_IsAnArray()
    {
        await using var server = Server();

        var run = await ToolRun.RunAsync("describe", server.Url, "--json");

        var methods = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(3, methods.GetArrayLength());
        Assert.Equal("[]", Compact(methods[1].GetProperty("signatures")));
    }

    [Theory]
    [InlineData("<string>signatures not supported</string>", "echo(...)\n    Help.\n")]
    [InlineData("<array><data><value>int</value><value>string</value></data></array>", "echo(string) -> int\n    Help.\n")]
    [InlineData("<array><data><value><int>5</int></value></data></array>", "echo(...)\n    Help.\n")]
    public async Task Describe_OddSignature_IsMadeTheBestOf(string signature, string output)
    {
        await using var server = new StubServer(request =>
            StubReply.Ok(Answers.Of(IsFor(request, "system.methodSignature") ? signature : "<string>Help.</string>")));

        Assert.Equal(new ToolRun(ExitCode.Answer, output, ""), await ToolRun.RunAsync("describe", server.Url, "echo"));
    }

    [Fact]
    public async Task Describe_HelpAlone_IsEnough()
    {
        await using var server = new StubServer(request =>
            StubReply.Ok(IsFor(request, "system.methodHelp") ? Answers.Of("<string>Help.</string>") : Fault("No")));

        Assert.Equal(new ToolRun(ExitCode.Answer, "m(...)\n    Help.\n", ""), await ToolRun.RunAsync("describe", server.Url, "m"));
    }

    private static StubServer Server() => new(request =>
    {
        var isAdd = request.Text.Contains("<string>add</string>", StringComparison.Ordinal);
        var answer = request switch
        {
            _ when IsFor(request, "system.listMethods") => Answers.Of(Answers.Array("add", "<string>echo</string>", "odd\n\u001Bname")),
            _ when !isAdd => Fault("No such method"),
            _ when IsFor(request, "system.methodHelp") => Answers.Of("<string>\nAdds.\n\n  More\u001B.\n</string>"),
            _ => Answers.Of(Answers.Array(Answers.Array("int", "int", "int"), Answers.Array("double", "double", "double"))),
        };
        return StubReply.Ok(answer);
    });

    private static bool IsFor(StubRequest request, string method) =>
        request.Text.Contains($"<methodName>{method}<", StringComparison.Ordinal);

    private static string Fault(string text) =>
        $"{Answers.Prolog}<methodResponse><fault><value>{Answers.FaultStruct(-32601, text)}</value></fault></methodResponse>";

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
