namespace Nearcall.Tool.Arguments;

/// <summary>
/// Turns the arguments of a command line into those of a call: typed by a prefix such as <c>i8:</c>, else by their shape.
/// </summary>
internal sealed class ArgumentParser(ArgumentFiles files)
{
    private const int LongestShown = 60;

    public XmlRpcValue Parse(string text)
    {
        if (text == "nil")
        {
            return XmlRpcValue.Nil;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return ArgumentShape.Parse(text);
        }

        var content = text[(colon + 1)..];
        try
        {
            return text[..colon] switch
            {
                "i" or "int" => TypedArgument.Int(content),
                "i8" => TypedArgument.I8(content),
                "d" => TypedArgument.Double(content),
                "b" => TypedArgument.Boolean(content),
                "s" => content,
                "date" => TypedArgument.Date(content),
                "b64" => TypedArgument.Base64(content, files),
                "json" => JsonArgument.Parse(content, files),
                "nil" => content.Length == 0 ? XmlRpcValue.Nil : throw new FormatException("nil has no content"),
                _ => ArgumentShape.Parse(text),
            };
        }
        catch (FormatException e)
        {
            throw new UsageException($"'{Shortened(text)}': {e.Message}. With s: in front it is sent as a string.");
        }
    }

    private static string Shortened(string text) => text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
}
