namespace Nearcall;

/// <summary>
/// One call as its method, its filters and its arguments see it: a single call, or one entry of <c>system.multicall</c>.
/// </summary>
/// <remarks>
/// A context belongs to its call and is used again for another when the call has ended: keep nothing of it. Not safe for
/// use by several threads at once.
/// </remarks>
public abstract class XmlRpcCallContext
{
    /// <summary>The name of the method that is called, as it was registered, or as it came for a catch-all.</summary>
    public abstract string Method { get; }

    /// <summary>The services of the call: the request's scope on a server.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>Signalled when the caller has gone or the server's time limit for the request has passed.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Values that filters and the method leave for each other; empty at the start of each call.</summary>
    public abstract IDictionary<object, object?> Items { get; }

    /// <summary>The context that a filter put this one around; null for that of the transport itself.</summary>
    private XmlRpcCallContext? Inner =>
        GetFeature<XmlRpcCallContext>() is { } inner && !ReferenceEquals(inner, this) ? inner : null;

    /// <summary>Gives what the transport knows of the call, for example the <c>HttpContext</c>.</summary>
    /// <typeparam name="TFeature">What is asked for.</typeparam>
    /// <returns>The feature, or null where the transport has none of that type.</returns>
    public abstract TFeature? GetFeature<TFeature>()
        where TFeature : class;

    /// <summary>
    /// Opens the arguments as they came, before the first: read with
    /// <c>while (reader.ReadNextParameter()) …</c>. Each call starts anew.
    /// </summary>
    /// <returns>A reader over octets that live as long as the call.</returns>
    public abstract XmlRpcReader OpenArguments();

    /// <summary>
    /// Opens the place of the result. Exactly one value is written there, and <see cref="XmlRpcWriter.Flush"/> called.
    /// </summary>
    /// <returns>A writer whose output is taken back if the call fails after all.</returns>
    public abstract XmlRpcWriter OpenResult();

    /// <summary>Gives what the transport knows of the call, and throws where it has none.</summary>
    /// <typeparam name="TFeature">What is asked for.</typeparam>
    /// <returns>The feature.</returns>
    /// <exception cref="InvalidOperationException">The transport has no feature of that type.</exception>
    public TFeature GetRequiredFeature<TFeature>()
        where TFeature : class =>
        GetFeature<TFeature>() ?? throw new InvalidOperationException($"The call has no feature {typeof(TFeature)}.");

    /// <summary>Gives a service of the call.</summary>
    /// <typeparam name="TService">What is asked for.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">No service of that type is registered.</exception>
    public TService GetRequiredService<TService>()
        where TService : notnull =>
        Services.GetService(typeof(TService)) is TService service
            ? service
            : throw new InvalidOperationException($"No service {typeof(TService)} is registered.");

    /// <summary>
    /// Opens the last argument, a base64, as a stream that is read while it arrives. What is wrong behind the argument is thrown by the
    /// read that reaches it.
    /// </summary>
    /// <param name="arguments">The arguments, before the last. Of no use afterwards.</param>
    /// <returns>The stream. It can be read as long as the call lasts; the server disposes it.</returns>
    /// <exception cref="XmlRpcFormatException">There is no further argument, or it is no base64.</exception>
    /// <exception cref="NotSupportedException">The transport does not hand on arguments while they arrive.</exception>
    /// <remarks>A context that a filter put around another opens that one's.</remarks>
    public virtual Stream OpenStreamArgument(ref XmlRpcReader arguments) =>
        Inner is { } inner
            ? inner.OpenStreamArgument(ref arguments)
            : throw new NotSupportedException("The transport does not hand on arguments while they arrive.");

    /// <summary>Reads all arguments as values, for filters, logs and catch-all handlers.</summary>
    /// <returns>The arguments in their order.</returns>
    /// <exception cref="XmlRpcFormatException">The arguments are malformed.</exception>
    public XmlRpcArray ReadArguments()
    {
        var reader = OpenArguments();
        var arguments = new List<XmlRpcValue>();
        while (reader.ReadNextParameter())
        {
            arguments.Add(reader.ReadValue());
        }

        OnArgumentsRead();
        return new XmlRpcArray(arguments.ToArray());
    }

    /// <summary>
    /// Checks that no argument is left, and ends the reading of arguments: what goes wrong from here on is not the caller's
    /// mistake.
    /// </summary>
    /// <param name="arguments">The arguments, behind the last that the method takes.</param>
    /// <exception cref="XmlRpcFormatException">There are more arguments (R55), or what follows them is malformed.</exception>
    public void EndArguments(ref XmlRpcReader arguments)
    {
        arguments.ReadEndParameters();
        OnArgumentsRead();
    }

    /// <summary>
    /// Called when the arguments have been read to their end. A context that a filter put around another tells that one.
    /// </summary>
    internal virtual void OnArgumentsRead() => Inner?.OnArgumentsRead();

    /// <summary>Writes an array as the result while its items come into being. Here: what a transport does that cannot.</summary>
    internal virtual ValueTask WriteItemsAsync<TItem>(IAsyncEnumerable<TItem> items, XmlRpcConverter<TItem> converter) =>
        Inner is { } inner ? inner.WriteItemsAsync(items, converter) : throw CannotSendInParts();

    /// <summary>Writes base64 as the result while it is read. Here: what a transport does that cannot.</summary>
    internal virtual ValueTask WriteOctetsAsync(Stream octets) =>
        Inner is { } inner ? inner.WriteOctetsAsync(octets) : throw CannotSendInParts();

    private static NotSupportedException CannotSendInParts() =>
        new("The transport does not send results while they come into being.");
}
