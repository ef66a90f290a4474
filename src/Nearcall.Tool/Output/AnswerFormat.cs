namespace Nearcall.Tool.Output;

/// <summary>How an answer or a fault is printed.</summary>
internal enum AnswerFormat
{
    /// <summary>For a person.</summary>
    Readable,

    /// <summary>As JSON.</summary>
    Json,

    /// <summary>As an XML-RPC message.</summary>
    Xml,
}
