namespace Nearcall.Client.Tests.Contracts;

[XmlRpcFault(17)]
public sealed class TooLittleException(string message, Exception? innerException) : Exception(message, innerException);
