namespace Nearcall.Trimmed.Contracts;

[XmlRpcFault(1)]
public sealed class DivisionByZeroException(string message) : Exception(message);
