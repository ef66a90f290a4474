namespace Nearcall.Generators.Faults;

/// <summary>An exception with <c>[XmlRpcFault]</c>.</summary>
/// <param name="Type">Its type, from <c>global::</c> on.</param>
/// <param name="Code">The code of the fault.</param>
/// <param name="Creation">The expression, of <c>fault</c>, that makes the exception; null where it has no constructor that will do.</param>
internal sealed record FaultModel(string Type, int Code, string? Creation);
