using System.Text;

namespace Nearcall.Tool.Tests.Running;

/// <summary>A command line that ran in this process, with all that it did.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>What is on standard error, which is one line.</summary>
    public string ErrorLine
    {
        get
        {
            Assert.EndsWith("\n", Error, StringComparison.Ordinal);
            return Assert.Single(Error.TrimEnd('\n').Split('\n'));
        }
    }

    public static Task<ToolRun> RunAsync(params string[] words) => new ToolWorld().RunAsync(words);
}

/// <summary>The world around a command line.</summary>
internal sealed class ToolWorld
{
    public Dictionary<string, string> Variables { get; } = [];

    public string Input { get; init; } = "";

    public bool IsOutputTerminal { get; init; }

    public Func<string, string>? AskSecret { get; init; }

    public CancellationToken Interrupt { get; init; } = TestContext.Current.CancellationToken;

    public async Task<ToolRun> RunAsync(params string[] words)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var environment = new ToolEnvironment
        {
            Output = output,
            Error = error,
            Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            IsOutputTerminal = IsOutputTerminal,
            GetVariable = name => Variables.GetValueOrDefault(name),
            AskSecret = AskSecret,
        };
        var code = await ToolProgram.RunAsync(words, environment, Interrupt);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
