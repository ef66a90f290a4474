namespace Nearcall;

/// <summary>What may come next in a message.</summary>
internal enum XmlRpcReaderPhase : byte
{
    /// <summary>The beginning of the text: a prolog may stand there.</summary>
    Start,

    /// <summary>A value, with its start tag.</summary>
    Value,

    /// <summary>A value of the array, or its end.</summary>
    Items,

    /// <summary>A member of the struct, or its end.</summary>
    Members,

    /// <summary>The end tag of a member.</summary>
    MemberEnd,

    /// <summary>The end tag of the value that holds an array or struct whose own tag ended it already.</summary>
    ContainerEnd,

    /// <summary>The parameters of a call, or the end of one without.</summary>
    CallHead,

    /// <summary>A parameter of a call, or their end.</summary>
    Parameters,

    /// <summary>The end tag of a parameter.</summary>
    ParameterEnd,

    /// <summary>The end tags after the result of an answer.</summary>
    ResultEnd,

    /// <summary>The end tags after the fault of an answer.</summary>
    FaultEnd,

    /// <summary>Nothing: the value or the message is complete.</summary>
    Done,
}
