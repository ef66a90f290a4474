using System.CommandLine;
using System.CommandLine.Parsing;

namespace Nearcall.Tool.Commands;

/// <summary>Finds what is wrong with a command line, and says the first of it.</summary>
internal static class CommandLineErrors
{
    public static void ThrowIfAny(ParseResult command, string[] words)
    {
        var problem = command.Errors.Count > 0
            ? Describe(command.Errors[0], command)
            : FlagWithValue(command, words) ?? UnknownOption(command) ?? EmptyMethod(command);
        if (problem is not null)
        {
            throw new UsageException($"{problem.TrimEnd('.')}. For help: {Path(command.CommandResult)} --help");
        }
    }

    private static string Describe(ParseError error, ParseResult command) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing => $"{missing.Argument.Name} is missing",
        _ when command.UnmatchedTokens is [var unknown, ..] => $"'{unknown}' is not known here",
        CommandResult { Command: NearcallCommand } => "A command is missing",
        // The parser likes to write lists over several lines.
        _ => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
    };

    /// <summary>A value of an option that takes none, as in <c>--json=5</c>: the parser would pass it on to the method.</summary>
    private static string? FlagWithValue(ParseResult command, string[] words)
    {
        var flags = command.RootCommandResult.Command.Options.Concat(command.CommandResult.Command.Options)
            .Where(static option => option.Arity.MaximumNumberOfValues == 0)
            .SelectMany(static option => option.Aliases.Prepend(option.Name));
        var flag = words.TakeWhile(static word => word != "--")
            .Select(word => flags.FirstOrDefault(flag => IsWithValue(word, flag)))
            .FirstOrDefault(static flag => flag is not null);
        return flag is null ? null : $"{flag} takes no value";
    }

    private static bool IsWithValue(string word, string flag) =>
        word.StartsWith(flag, StringComparison.Ordinal) && word[flag.Length..] is ['=' or ':', ..];

    /// <summary>A word that looks like an option but is none. It would go to the method as a string, and a typing error with it.</summary>
    private static string? UnknownOption(ParseResult command)
    {
        var own = command.CommandResult.Children.OfType<ArgumentResult>().SelectMany(static argument => argument.Tokens)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var suspect = command.Tokens.TakeWhile(static token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => own.Contains(token) && IsLikeOption(token.Value));
        return suspect is null
            ? null
            : $"'{suspect.Value}' is no option. To send it as a string write s:{suspect.Value}, or put -- before the arguments";
    }

    private static string? EmptyMethod(ParseResult command) =>
        command.CommandResult.Children.OfType<ArgumentResult>()
            .Any(static argument => argument is { Argument.Name: "METHOD", Tokens: [{ Value: "" }] })
            ? "METHOD is empty"
            : null;

    private static bool IsLikeOption(string word) => word is ['-', not ('.' or (>= '0' and <= '9')), ..];

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : command.Command.Name;
}
