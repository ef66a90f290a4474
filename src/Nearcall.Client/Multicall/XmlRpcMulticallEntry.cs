namespace Nearcall;

/// <summary>One call of a batch. Its outcome is there once the batch was sent.</summary>
public abstract class XmlRpcMulticallEntry
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

    /// <summary>Reads the result that the reader stands before.</summary>
    internal abstract void ReadResult(ref XmlRpcReader reader);

    internal abstract void Forget();

    internal abstract void Fail(XmlRpcFault fault);

    internal abstract void Fail(XmlRpcFormatException exception);
}
