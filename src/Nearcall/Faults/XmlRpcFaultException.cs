namespace Nearcall;

/// <summary>
/// A fault as an exception. The client throws it when a server answers with one; a method throws it to answer with one.
/// </summary>
public sealed class XmlRpcFaultException : Exception
{
    /// <summary>Makes an exception that becomes a fault of this code and text.</summary>
    /// <param name="code">
    /// The code. A server refuses codes of <see cref="XmlRpcFaultCodes.IsReserved"/> from methods unless its options allow them (R53).
    /// </param>
    /// <param name="text">The text; the caller reads it.</param>
    /// <param name="innerException">What caused the fault; never sent.</param>
    public XmlRpcFaultException(int code, string text, Exception? innerException = null)
        : this(new XmlRpcFault(code, text), innerException)
    {
    }

    /// <summary>Makes an exception of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="innerException">What caused the fault; never sent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    public XmlRpcFaultException(XmlRpcFault fault, Exception? innerException = null)
        : base((fault ?? throw new ArgumentNullException(nameof(fault))).Text, innerException) => Fault = fault;

    /// <summary>The fault: code, text and whatever else the peer sent.</summary>
    public XmlRpcFault Fault { get; }

    /// <summary>The fault code.</summary>
    public int Code => Fault.Code;
}
