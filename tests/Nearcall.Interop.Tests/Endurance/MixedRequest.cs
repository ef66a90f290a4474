namespace Nearcall.Interop.Tests.Endurance;

/// <summary>A request and what its answer must be.</summary>
/// <param name="Octets">The request.</param>
/// <param name="Status">The status of the answer; 0 where the request breaks off and nothing is answered.</param>
/// <param name="FaultCode">The code of the fault; null where any message will do.</param>
/// <param name="Result">The result; null where any message will do.</param>
internal sealed record MixedRequest(byte[] Octets, int Status, int? FaultCode = null, int? Result = null);
