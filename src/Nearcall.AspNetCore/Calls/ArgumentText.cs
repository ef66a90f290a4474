using System.Globalization;

namespace Nearcall;

/// <summary>What a fault says of arguments beyond what the reader knows: the names of parameters, and how many there are.</summary>
internal static class ArgumentText
{
    private const string Root = "params[";
    private const int MostShown = 16;

    /// <summary>Names the parameter that a path leads to.</summary>
    /// <returns>The name; null where the place is outside the arguments or the parameter has none.</returns>
    public static string? NameAt(string path, IReadOnlyList<XmlRpcParameter> parameters)
    {
        var end = path.StartsWith(Root, StringComparison.Ordinal) ? path.IndexOf(']', StringComparison.Ordinal) : -1;
        if (end < 0
            || !int.TryParse(path.AsSpan(Root.Length, end - Root.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        foreach (var parameter in parameters)
        {
            if (parameter.IsOnWire && (parameter.IsVariadic || index-- == 0))
            {
                return parameter.Name;
            }
        }

        return null;
    }

    /// <summary>Says how many arguments the method takes and what they are, if the call has another number of them.</summary>
    /// <returns>A sentence; empty where the number is right or cannot be told.</returns>
    public static string OfNumber(ServerCall call, IReadOnlyList<XmlRpcParameter> parameters)
    {
        var taken = parameters.Where(static parameter => parameter.IsOnWire).ToList();
        var least = taken.TakeWhile(static parameter => !parameter.IsOptional && !parameter.IsVariadic).Count();
        var most = taken is [.., { IsVariadic: true }] ? int.MaxValue : taken.Count;
        return Count(call) is { } count && (count < least || count > most) ? Sentence(taken, least, most, count) : "";
    }

    private static string Sentence(List<XmlRpcParameter> taken, int least, int most, int came)
    {
        var number = least == most ? $"{most}" : most == int.MaxValue ? $"at least {least}" : $"{least} to {most}";
        var noun = least == 1 && (most == 1 || most == int.MaxValue) ? "argument" : "arguments";
        var shown = string.Join(", ", taken.Take(MostShown).Select(ArgumentKinds.Describe)) + (taken.Count > MostShown ? ", …" : "");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The method takes {(most == 0 ? "no" : number)} {noun}{(taken.Count > 0 ? $" ({shown})" : "")}, and {came} came.");
    }

    /// <summary>Counts the arguments by reading over them once more; something is wrong already, so that it may take that long.</summary>
    private static int? Count(ServerCall call)
    {
        if (call.Served.Method.TakesStream)
        {
            return null;
        }

        try
        {
            var arguments = call.OpenArguments();
            var count = 0;
            while (arguments.ReadNextParameter())
            {
                arguments.Skip();
                count++;
            }

            return count;
        }
        catch (XmlRpcFormatException)
        {
            // What is wrong lies elsewhere, and has been said.
            return null;
        }
    }
}
