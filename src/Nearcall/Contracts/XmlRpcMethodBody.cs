namespace Nearcall;

/// <summary>Reads the arguments of one call, does the work and gives the result.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
/// <param name="arguments">The arguments, before the first. All are read, and their end with
/// <see cref="XmlRpcCallContext.EndArguments"/>, before the work begins and before the first await.</param>
/// <param name="context">The call.</param>
/// <returns>The result, now or later.</returns>
public delegate ValueTask<TResult> XmlRpcMethodBody<TResult>(ref XmlRpcReader arguments, XmlRpcCallContext context);

/// <summary>Reads the arguments of one call and does the work of a method that gives no result.</summary>
/// <param name="arguments">The arguments, before the first. All are read, and their end with
/// <see cref="XmlRpcCallContext.EndArguments"/>, before the work begins and before the first await.</param>
/// <param name="context">The call.</param>
/// <returns>The end of the work, now or later.</returns>
public delegate ValueTask XmlRpcMethodBody(ref XmlRpcReader arguments, XmlRpcCallContext context);
