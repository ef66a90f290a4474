using System.Diagnostics.CodeAnalysis;

namespace Nearcall;

/// <summary>The rest of a call's way to its method.</summary>
/// <param name="context">The call.</param>
/// <returns>The end of the call; it fails with the exception that will become the fault.</returns>
[SuppressMessage("Naming", "CA1711", Justification = "Named after RequestDelegate, its model.")]
public delegate ValueTask XmlRpcDelegate(XmlRpcCallContext context);
