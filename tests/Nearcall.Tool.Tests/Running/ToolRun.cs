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
