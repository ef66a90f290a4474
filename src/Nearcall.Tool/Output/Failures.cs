using Nearcall.Tool.Connection;

namespace Nearcall.Tool.Output;

/// <summary>Says in one line what went wrong, and with which exit code the tool ends. Nobody sees a stack.</summary>
internal static class Failures
{
    public static (int Code, string Line) Describe(Exception exception) => exception switch
    {
        UsageException => (ExitCode.Usage, Line(exception.Message)),
        SilentServerException e => (ExitCode.Fault, Line($"{e.Message}: {Fault(e.Fault)}")),
        XmlRpcFormatException e => (ExitCode.NoAnswer, Line($"The answer cannot be read. {FormatProblem.Describe(e)}")),
        XmlRpcTransportException or TimeoutException or UnprintableException => (ExitCode.NoAnswer, Line(exception.Message)),
        // Files that the command line names are read elsewhere; what is left is the output.
        IOException => (ExitCode.NoAnswer, Line($"The output cannot be written: {exception.Message}")),
        _ => (ExitCode.NoAnswer, Line($"Something unexpected went wrong: {exception.GetType().Name}: {exception.Message}")),
    };

    /// <summary>A fault: its text may have lines, as where a server sends a stack.</summary>
    public static string Fault(XmlRpcFault fault) => TerminalText.Lines(FormattableString.Invariant($"fault {fault.Code}: {fault.Text}"));

    public static string Line(string message) => "nearcall: " + TerminalText.Line(message);
}
