using System.Text;

namespace Nearcall.Tool;

/// <summary>
/// The writers of the process. What goes into a pipe or a file is UTF-8 with plain line ends on every system; what goes to a
/// terminal is in the encoding of the terminal.
/// </summary>
internal static class StandardStreams
{
    public static TextWriter OpenOutput() =>
        Console.IsOutputRedirected ? Utf8(Console.OpenStandardOutput(), isFlushed: false) : Console.Out;

    public static TextWriter OpenError() =>
        Console.IsErrorRedirected ? Utf8(Console.OpenStandardError(), isFlushed: true) : Console.Error;

    private static StreamWriter Utf8(Stream stream, bool isFlushed) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = isFlushed, NewLine = "\n" };
}
