using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>The texts of the faults that the server itself makes. None names a type, a file or a line.</summary>
internal static class FaultText
{
    /// <summary>That an argument or result cannot be streamed as part of a greater answer.</summary>
    public const string StreamInMulticall = "The method sends or takes a stream, which has no place within a multicall. Call it by itself.";

    /// <summary>What is wrong with a message, where, and by which rule.</summary>
    /// <param name="malformed">The error.</param>
    /// <param name="parameter">The name of the parameter whose argument it is, if it has one.</param>
    /// <param name="addition">A sentence more; may be empty.</param>
    public static string Of(XmlRpcFormatException malformed, string? parameter = null, string addition = "")
    {
        var text = new StringBuilder(malformed.Problem.TrimEnd('.')).Append('.');
        if (addition.Length > 0)
        {
            text.Append(' ').Append(addition);
        }

        if (malformed.Path.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" At {malformed.Path}");
            text.Append(parameter is null ? "." : $", the parameter '{parameter}'.");
        }

        if (malformed.Offset is { } offset)
        {
            text.Append(CultureInfo.InvariantCulture, $" Byte {offset}");
            text.Append(malformed.Transcoded is { } encoding ? $" of the UTF-8 text, which came in {encoding}." : ".");
        }

        if (malformed.Rule is { } rule)
        {
            text.Append(CultureInfo.InvariantCulture, $" Rule {rule}.");
        }

        return text.ToString();
    }

    /// <summary>That something failed, the id under which the log has the details and, in development, what the exception says.</summary>
    public static string Of(string failure, string correlationId, Exception? details) =>
        details is null ? $"{failure} (correlation id {correlationId})" : $"{failure} (correlation id {correlationId}): {details.Message}";

    /// <summary>That there is no such method; the name is repeated only where it is harmless.</summary>
    public static string NoMethod(string name) =>
        name.Length <= 100 && MethodNames.IsProper(name) ? $"There is no method '{name}'." : "There is no such method.";
}
