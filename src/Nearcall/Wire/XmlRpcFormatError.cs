using System.Globalization;
using System.Text;

namespace Nearcall;

/// <summary>Puts the message of an <see cref="XmlRpcFormatException"/> together, in one form for reader and writer.</summary>
internal static class XmlRpcFormatError
{
    /// <summary>Makes the exception; the caller throws it.</summary>
    /// <param name="problem">What is wrong, as a sentence, without the place.</param>
    /// <param name="path">Where in the values; may be empty.</param>
    /// <param name="offset">The number of bytes before the place, if a text was at hand.</param>
    /// <param name="rule">The id of the rule that was broken, if one was.</param>
    /// <param name="switch">The switch that would accept the input, with its type; or null.</param>
    /// <param name="faultCode">The code of the fault that a server answers with.</param>
    /// <param name="transcoded">The encoding that the text came in, if the offset counts transcoded bytes.</param>
    public static XmlRpcFormatException Create(
        string problem, string path, long? offset, string? rule, string? @switch, int faultCode, string? transcoded)
    {
        var message = new StringBuilder(problem);
        message.Append(problem.EndsWith('.') ? "" : ".");
        var place = new List<string>(3);
        if (path.Length > 0)
        {
            place.Add(path);
        }

        if (offset is { } octets)
        {
            var unit = string.Create(CultureInfo.InvariantCulture, $"byte {octets}");
            place.Add(transcoded is null ? unit : $"{unit} of the text after transcoding from {transcoded}");
        }

        if (place.Count > 0)
        {
            message.Append(" At ").AppendJoin(", ", place).Append(rule is null ? "" : $"; rule {rule}").Append('.');
        }

        else if (rule is not null)
        {
            message.Append(" Rule ").Append(rule).Append('.');
        }

        message.Append(Advice(@switch));
        return new(problem, message.ToString(), innerException: null)
        {
            Path = path,
            Offset = offset,
            Rule = rule,
            Switch = @switch,
            FaultCode = faultCode,
            Transcoded = transcoded,
        };
    }

    private static string Advice(string? @switch) => @switch switch
    {
        null => "",
        _ when @switch.StartsWith("XmlRpcDialect.Write", StringComparison.Ordinal) => $" {@switch} would write it.",
        _ when @switch.StartsWith("XmlRpcLimits.", StringComparison.Ordinal) => $" A greater {@switch} would accept it.",
        _ => $" {@switch} would accept it.",
    };
}
