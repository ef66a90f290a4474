namespace Nearcall.Fleet.Load;

/// <summary>How a call ended for its caller.</summary>
internal enum Outcome
{
    /// <summary>With its result.</summary>
    Answered,

    /// <summary>With an error that says that the call may have been executed.</summary>
    MayHaveRun,

    /// <summary>With an error that says that the call surely was not executed.</summary>
    SurelyNotRun,

    /// <summary>With anything else: another result, a fault, an error that leaves open whether the call was executed.</summary>
    Unclear,
}
