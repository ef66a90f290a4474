namespace Nearcall;

/// <summary>Reads the arguments of one call, calls a method of a service and gives the items of its result as they come.</summary>
/// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
/// <typeparam name="TItem">The type of the items.</typeparam>
/// <param name="service">What is called.</param>
/// <param name="arguments">The arguments, before the first. All are read, and their end with
/// <see cref="XmlRpcCallContext.EndArguments"/>, before the call.</param>
/// <param name="context">The call.</param>
/// <returns>The items.</returns>
public delegate IAsyncEnumerable<TItem> XmlRpcServiceItemsBody<in TService, out TItem>(
    TService service, ref XmlRpcReader arguments, XmlRpcCallContext context)
    where TService : class;
