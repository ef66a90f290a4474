using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>The texts of the faults that the server itself makes. None names a type, a file or a line.</summary>
internal static class FaultText
{
    /// <summary>What is wrong with a message, where, and by which rule.</summary>
    public static string Of(XmlRpcFormatException malformed)
    {
        var text = new StringBuilder(malformed.Problem.TrimEnd('.')).Append('.');
        if (malformed.Path.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" At {malformed.Path}.");
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
