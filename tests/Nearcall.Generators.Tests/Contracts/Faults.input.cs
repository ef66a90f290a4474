using Nearcall;

namespace Demo.Faults;

[XmlRpcFault(1)]
public sealed class OfFaultException(XmlRpcFault fault) : Exception(fault.Text);

[XmlRpcFault(2)]
public sealed class OfMessageAndCauseException : Exception
{
    public OfMessageAndCauseException(string message)
        : base(message)
    {
    }

    public OfMessageAndCauseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

[XmlRpcFault(-3)]
public sealed class OfMessageException(string? message) : Exception(message);

[XmlRpcFault(4)]
public sealed class OfNothingException : Exception;

[XmlRpcFault(5)]
public abstract class AbstractException(string message) : Exception(message);

[XmlRpcFault(6)]
public sealed class FirstOfTwoException(string message) : Exception(message);

[XmlRpcFault(6)]
public sealed class SecondOfTwoException(string message) : Exception(message);

[XmlRpcFault(7)]
public sealed class NoException;

[XmlRpcService]
public partial interface IAccount
{
    [XmlRpcMethod(Idempotent = true, TimeoutMilliseconds = 500)]
    int Balance();

    Task PayAsync(int amount);
}
