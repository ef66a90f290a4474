namespace Nearcall;

/// <summary>Where the outcome of one call of a batch goes.</summary>
internal interface IMulticallOutcome
{
    /// <summary>Reads the result that the reader stands before.</summary>
    public void ReadResult(ref XmlRpcReader reader);

    public void Fail(XmlRpcFault fault);

    public void Fail(XmlRpcFormatException exception);

    /// <summary>Forgets what was read: the answer as a whole is not to be believed.</summary>
    public void Forget();
}
