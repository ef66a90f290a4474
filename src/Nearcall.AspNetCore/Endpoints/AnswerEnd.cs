namespace Nearcall;

/// <summary>How the answering of a request ended.</summary>
internal enum AnswerEnd : byte
{
    /// <summary>The answer is sent, whatever it says.</summary>
    Sent,

    /// <summary>Nobody is there to read it.</summary>
    Abandoned,

    /// <summary>It failed when a part of it was sent.</summary>
    Broken,
}
