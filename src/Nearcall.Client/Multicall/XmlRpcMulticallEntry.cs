namespace Nearcall;

/// <summary>One call of a batch. Its outcome is there once the batch was sent.</summary>
public abstract class XmlRpcMulticallEntry : IMulticallOutcome
{
    private protected XmlRpcMulticallEntry(string method, XmlRpcArray arguments)
    {
        Method = method;
        Arguments = arguments;
    }

    /// <summary>The name of the procedure.</summary>
    public string Method { get; }

    /// <summary>Its arguments.</summary>
    public XmlRpcArray Arguments { get; }

    /// <summary>Whether the outcome is there: a result, a fault, or a result that could not be read.</summary>
    public abstract bool IsCompleted { get; }

    /// <summary>
    /// The fault that this one call was answered with; null where it succeeded, has no outcome yet, or its result could not be read.
    /// </summary>
    public abstract XmlRpcFault? Fault { get; }

    void IMulticallOutcome.ReadResult(ref XmlRpcReader reader) => ReadResult(ref reader);

    void IMulticallOutcome.Fail(XmlRpcFault fault) => Fail(fault);

    void IMulticallOutcome.Fail(XmlRpcFormatException exception) => Fail(exception);

    void IMulticallOutcome.Forget() => Forget();

    private protected abstract void ReadResult(ref XmlRpcReader reader);

    private protected abstract void Fail(XmlRpcFault fault);

    private protected abstract void Fail(XmlRpcFormatException exception);

    private protected abstract void Forget();
}
