namespace Nearcall.Interop.Tests.Peers;

/// <summary>What the calculator's client prints, to the letter.</summary>
internal static class FiveLines
{
    public const string Text =
        """
        Addition: 15
        Subtraction: 5
        Multiplication: 50
        Division: 2.0
        Division by Zero: Error: Division by zero

        """;

    public static void AssertPrinted(ProgramRun run)
    {
        Assert.Equal("", run.Errors);
        Assert.Equal(Text, run.Output.ReplaceLineEndings("\n"));
        Assert.Equal(0, run.ExitCode);
    }
}
