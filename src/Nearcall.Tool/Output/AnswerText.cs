namespace Nearcall.Tool.Output;

/// <summary>Prints an answer or a fault in the format that was asked for.</summary>
internal static class AnswerText
{
    public static string Of(XmlRpcValue value, AnswerFormat format, bool isTerminal) => format switch
    {
        AnswerFormat.Json => JsonText.Of(value),
        AnswerFormat.Xml => XmlLines.Of(value),
        _ => ReadableText.Of(value, isTerminal),
    };

    public static string Of(XmlRpcFault fault, AnswerFormat format) => format switch
    {
        AnswerFormat.Json => JsonText.Of(fault),
        AnswerFormat.Xml => XmlLines.Of(fault),
        _ => Failures.Fault(fault),
    };
}
