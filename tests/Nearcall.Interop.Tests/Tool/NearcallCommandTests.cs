using Nearcall.Interop.Tests.Peers;

namespace Nearcall.Interop.Tests.Tool;

/// <summary>Every command of <c>nearcall</c> against Python's server and our own, in a terminal and in a pipe.</summary>
public sealed class NearcallCommandTests(PythonServer python, InteropServer own)
    : IClassFixture<PythonServer>, IClassFixture<InteropServer>
{
    public static TheoryData<bool, bool> ServersAndTerminals => new()
    {
        { false, false },
        { false, true },
        { true, false },
        { true, true },
    };

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task Call_Result_PrintsIt(bool isPython, bool inTerminal)
    {
        var run = await RunAsync(isPython, inTerminal, "call", "add", "10", "5");

        Assert.Equal((0, "15\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task Call_StructResult_PrintsItForAPerson(bool isPython, bool inTerminal)
    {
        var run = await RunAsync(
            isPython, inTerminal, "call", isPython ? "echo" : "interop.echo", """json:{"a":[1,2.5,true,"gr\u00fc\u00df"],"b":{}}""");

        Assert.Equal((0, "a:\n  - 1\n  - 2.5\n  - true\n  - \"gr\u00FC\u00DF\"\nb: {}\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task Call_Fault_PrintsItAndEndsWith1(bool isPython, bool inTerminal)
    {
        var run = isPython
            ? await RunAsync(isPython, inTerminal, "call", "fail", "42", "It failed")
            : await RunAsync(isPython, inTerminal, "call", "interop.fail");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fault 42: It failed\n", inTerminal ? run.Output : run.Errors);
    }

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task List_Server_PrintsEachMethodOnALine(bool isPython, bool inTerminal)
    {
        var run = await RunAsync(isPython, inTerminal, "list");

        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("add", lines);
        Assert.Contains("validator1.countTheEntities", lines);
        Assert.Contains("system.multicall", lines);
    }

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task Describe_OneMethod_PrintsSignatureAndHelp(bool isPython, bool inTerminal)
    {
        var run = await RunAsync(isPython, inTerminal, "describe", isPython ? "add" : "examples.getStateName");

        var expected = isPython
            ? "add(...)\n    Adds two numbers.\n"
            : "examples.getStateName(int) -> string\n    Gives the name of a state by its number, 1 to 50.\n";
        Assert.Equal((0, expected), (run.ExitCode, run.Output));
    }

    [Theory]
    [MemberData(nameof(ServersAndTerminals))]
    public async Task Describe_Server_PrintsEveryMethod(bool isPython, bool inTerminal)
    {
        var run = await RunAsync(isPython, inTerminal, "describe");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("validator1.echoStructTest(", run.Output, StringComparison.Ordinal);
        var help = isPython ? "Adds two numbers." : "Gives back its argument, unchanged.";
        Assert.Contains($"\n    {help}\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json", "{\n  \"a\": 1\n}\n")]
    [InlineData("--xml", "<value><int>1</int></value>")]
    public async Task Call_OutputForPrograms_IsTheSameFromBothServers(string option, string expected)
    {
        foreach (var isPython in new[] { true, false })
        {
            var run = await RunAsync(isPython, inTerminal: false, "call", option, isPython ? "echo" : "interop.echo", """json:{"a":1}""");

            Assert.Equal(0, run.ExitCode);
            Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(NetworkTrouble.Names), MemberType = typeof(NetworkTrouble))]
    public async Task Call_NetworkTrouble_SaysSoInOneLine(string name)
    {
        await using var trouble = NetworkTrouble.Make(name);

        var run = await NearcallCommand.RunAsync(
            TestContext.Current.CancellationToken, "call", trouble.Url, "add", "10", "5", "--timeout", "3");

        NetworkTrouble.AssertOneLine(run);
        Assert.StartsWith("nearcall: ", run.Errors, StringComparison.Ordinal);
    }

    private Task<ProgramRun> RunAsync(bool isPython, bool inTerminal, string command, params string[] arguments)
    {
        var options = arguments.TakeWhile(argument => argument.StartsWith("--", StringComparison.Ordinal));
        var url = isPython ? python.Url : own.Url;
        return NearcallCommand.RunAsync(
            inTerminal, TestContext.Current.CancellationToken, [command, .. options, url, .. arguments.Skip(options.Count())]);
    }
}
