namespace Nearcall;

/// <summary>How far a call has come: it decides whose fault a malformed message is.</summary>
internal enum CallPhase : byte
{
    /// <summary>Neither arguments nor result are being handled: authorization, filters, the method itself.</summary>
    Work,

    /// <summary>The arguments are being read.</summary>
    Arguments,

    /// <summary>The result is being written.</summary>
    Result,
}
