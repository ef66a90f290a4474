namespace Nearcall.Client.Tests.Contracts;

/// <summary>What stands for the fault 17, made as generated code makes it.</summary>
public sealed class TooLittleException(string message, Exception? innerException) : Exception(message, innerException)
{
    public static Exception? Of(XmlRpcFault fault) =>
        fault.Code == 17 ? new TooLittleException(fault.Text, new XmlRpcFaultException(fault)) : null;
}
