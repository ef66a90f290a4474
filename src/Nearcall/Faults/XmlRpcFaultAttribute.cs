namespace Nearcall;

/// <summary>
/// Maps an exception to a fault: thrown by a method of a server it is answered with the code and the exception's message, and the
/// client of a contract in the same assembly throws it again when the fault comes back.
/// </summary>
/// <remarks>
/// The client makes the exception with the first of these public constructors that there is: of an <see cref="XmlRpcFault"/>, of a
/// message and an inner exception (an <see cref="XmlRpcFaultException"/>), of a message. Without any, the fault stays an
/// <see cref="XmlRpcFaultException"/>.
/// </remarks>
/// <param name="code">See <see cref="Code"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class XmlRpcFaultAttribute(int code) : Attribute
{
    /// <summary>The code of the fault: any but those that <see cref="XmlRpcFaultCodes.IsReserved"/> names.</summary>
    public int Code { get; } = code;
}
