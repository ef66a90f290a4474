namespace Nearcall;

/// <summary>Reads the arguments of one call, calls a method of a service and gives its result. Generated code is of this form.</summary>
/// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
/// <param name="service">What is called.</param>
/// <param name="arguments">The arguments, before the first. All are read, and their end with
/// <see cref="XmlRpcCallContext.EndArguments"/>, before the call and before the first await.</param>
/// <param name="context">The call.</param>
/// <returns>The result, now or later.</returns>
public delegate ValueTask<TResult> XmlRpcServiceMethodBody<in TService, TResult>(
    TService service, ref XmlRpcReader arguments, XmlRpcCallContext context)
    where TService : class;

/// <summary>Reads the arguments of one call and calls a method of a service that gives no result.</summary>
/// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
/// <param name="service">What is called.</param>
/// <param name="arguments">The arguments, before the first. All are read, and their end with
/// <see cref="XmlRpcCallContext.EndArguments"/>, before the call and before the first await.</param>
/// <param name="context">The call.</param>
/// <returns>The end of the work, now or later.</returns>
public delegate ValueTask XmlRpcServiceMethodBody<in TService>(TService service, ref XmlRpcReader arguments, XmlRpcCallContext context)
    where TService : class;
