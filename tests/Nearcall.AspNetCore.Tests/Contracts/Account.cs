namespace Nearcall.AspNetCore.Tests.Contracts;

/// <summary>An exception that stands for a fault.</summary>
[XmlRpcFault(1001)]
internal class NoMoneyException(string message) : Exception(message);

/// <summary>An exception that stands for the fault of the one that it derives from.</summary>
internal sealed class OverdrawnException(string message) : NoMoneyException(message);
