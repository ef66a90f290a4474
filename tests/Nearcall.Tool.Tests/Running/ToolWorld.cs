using System.Text;

namespace Nearcall.Tool.Tests.Running;

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
