namespace Nearcall;

/// <summary>Makes the methods of contracts. For generated code.</summary>
public static class XmlRpcServiceMethod
{
    /// <summary>Makes a method that gives a result.</summary>
    /// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments, calls and gives the result.</param>
    /// <param name="converter">Writes the result.</param>
    /// <param name="details">Help, metadata and the like. Default: null, nothing of it.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static XmlRpcMethod<TService> Create<TService, TResult>(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService, TResult> body,
        XmlRpcConverter<TResult> converter,
        XmlRpcMethodDetails? details = null)
        where TService : class =>
        new ResultServiceMethod<TService, TResult>(name, parameters, body, converter, details ?? XmlRpcMethodDetails.None);

    /// <summary>
    /// Makes a method that gives no result: nil where the dialect writes nil, else boolean 1, as the protocol has no empty answer (R45).
    /// </summary>
    /// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments and calls.</param>
    /// <param name="details">Help, metadata and the like. Default: null, nothing of it.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static XmlRpcMethod<TService> Create<TService>(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService> body,
        XmlRpcMethodDetails? details = null)
        where TService : class =>
        new VoidServiceMethod<TService>(name, parameters, body, details ?? XmlRpcMethodDetails.None);

    /// <summary>Makes a method whose result is an array that is sent while it comes into being.</summary>
    /// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
    /// <typeparam name="TItem">The type of the items.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments, calls and gives the items.</param>
    /// <param name="converter">Writes an item.</param>
    /// <param name="details">Help, metadata and the like. Default: null, nothing of it.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static XmlRpcMethod<TService> CreateStreaming<TService, TItem>(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceItemsBody<TService, TItem> body,
        XmlRpcConverter<TItem> converter,
        XmlRpcMethodDetails? details = null)
        where TService : class =>
        new ItemsServiceMethod<TService, TItem>(name, parameters, body, converter, details ?? XmlRpcMethodDetails.None);

    /// <summary>Makes a method whose result is base64 that is sent while it is read from a stream. The stream is disposed then.</summary>
    /// <typeparam name="TService">The contract, or the type of a delegate.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="parameters">The parameters that <paramref name="body"/> reads, in their order.</param>
    /// <param name="body">Reads the arguments, calls and gives the stream.</param>
    /// <param name="details">Help, metadata and the like. Default: null, nothing of it.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static XmlRpcMethod<TService> CreateStreaming<TService>(
        string name,
        IReadOnlyList<XmlRpcParameter> parameters,
        XmlRpcServiceMethodBody<TService, Stream> body,
        XmlRpcMethodDetails? details = null)
        where TService : class =>
        new OctetsServiceMethod<TService>(name, parameters, body, details ?? XmlRpcMethodDetails.None);
}
