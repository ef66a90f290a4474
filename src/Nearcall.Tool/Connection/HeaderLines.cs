using System.Text;
using Nearcall.Tool.Arguments;

namespace Nearcall.Tool.Connection;

/// <summary>Reads headers from the command line, <c>Name: value</c>, and from files of such lines, <c>@file</c>.</summary>
internal static class HeaderLines
{
    private const StringSplitOptions WithoutBlanks = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static void AddTo(IDictionary<string, string> headers, IEnumerable<string> lines, ArgumentFiles files)
    {
        foreach (var line in lines)
        {
            if (!line.StartsWith('@'))
            {
                Add(headers, line, isFromFile: false);
                continue;
            }

            foreach (var fileLine in Encoding.UTF8.GetString(files.Read(line[1..])).Split('\n', WithoutBlanks))
            {
                Add(headers, fileLine, isFromFile: true);
            }
        }
    }

    // A value may be a secret, so no message shows one.
    private static void Add(IDictionary<string, string> headers, string line, bool isFromFile)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (name.Length == 0 || !name.All(IsTokenCharacter))
        {
            throw new UsageException("A header is written 'Name: value', and its name is made of letters, digits and hyphens.");
        }

        if (IsOfBody(name))
        {
            throw new UsageException($"The header '{name}' describes the body of the call and is written by the tool itself.");
        }

        if (IsCredential(name) && !isFromFile)
        {
            throw new UsageException(
                $"The header '{name}' is a secret, and others can read command lines. Use --user or --token-file, or put the header into "
                + "a file: --header @FILE.");
        }

        if (value.Any(static character => character is (< ' ' and not '\t') or > '~'))
        {
            throw new UsageException($"The value of the header '{name}' holds a character that is not printable ASCII.");
        }

        if (!headers.TryAdd(name, value))
        {
            throw new UsageException($"The header '{name}' is given twice.");
        }
    }

    private static bool IsOfBody(string name) =>
        name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);

    private static bool IsCredential(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase);

    private static bool IsTokenCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);
}
