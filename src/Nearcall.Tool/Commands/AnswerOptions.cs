using System.CommandLine;

namespace Nearcall.Tool.Commands;

/// <summary>The words that several commands share.</summary>
internal static class AnswerOptions
{
    public static Argument<string> Address() => new("URL") { Description = "The address of the server, as in http://localhost:8000/RPC2." };

    public static Option<bool> Json() => new("--json") { Description = "Prints JSON.", Arity = ArgumentArity.Zero };

    public static Option<bool> Xml() => new("--xml")
    {
        Description = "Prints the answer as an XML-RPC message.",
        Arity = ArgumentArity.Zero,
    };
}
