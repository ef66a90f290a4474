namespace Nearcall;

/// <content>The methods of contracts.</content>
public sealed partial class XmlRpcMethodsBuilder
{
    /// <summary>Adds the methods of a contract, called on an object that each call is given.</summary>
    /// <typeparam name="TService">The contract.</typeparam>
    /// <param name="prefix">
    /// What stands before the names of the methods, their own prefix included. A point joins the two unless the prefix ends in <c>.</c>,
    /// <c>:</c> or <c>/</c>. Default: null, nothing.
    /// </param>
    /// <returns>The service, to describe all its methods further or to add another.</returns>
    /// <remarks>
    /// Where <typeparamref name="TService"/> is registered with the services of the application, each call gets it from the scope of its
    /// request, which the calls of a multicall share. Where it is not, and is a class with one public constructor, each call gets an
    /// object of its own, made of the request's services and disposed when the call has ended.
    /// </remarks>
    /// <exception cref="ArgumentException">A name of a method is taken.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is no way to an object, the contract has no methods, or the endpoint is mapped already.
    /// </exception>
    public XmlRpcServiceBuilder AddService<TService>(string? prefix = null)
        where TService : class, IXmlRpcServiceContract<TService>
    {
        ThrowIfMapped();
        var description = TService.Describe();
        return AddService(description, ServiceSources.Choose(description, _services), prefix);
    }

    /// <summary>Adds the methods of a contract, called on one object that serves all calls, many at once.</summary>
    /// <typeparam name="TService">The contract.</typeparam>
    /// <param name="instance">The object. It must allow calls at the same time; it is never disposed here.</param>
    /// <param name="prefix">As in <see cref="AddService{TService}(string?)"/>.</param>
    /// <returns>The service, to describe all its methods further or to add another.</returns>
    /// <exception cref="ArgumentException">A name of a method is taken.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="instance"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The contract has no methods, or the endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder AddService<TService>(TService instance, string? prefix = null)
        where TService : class, IXmlRpcServiceContract<TService>
    {
        ArgumentNullException.ThrowIfNull(instance);
        ThrowIfMapped();
        return AddService(TService.Describe(), new SharedService<TService>(instance), prefix);
    }

    private XmlRpcServiceBuilder AddService<TService>(XmlRpcService<TService> description, ServiceSource<TService> source, string? prefix)
        where TService : class
    {
        if (description.Methods.Count == 0)
        {
            throw new InvalidOperationException(
                $"The service {typeof(TService)} has no methods: put [XmlRpcMethod] on those that callers may call.");
        }

        var forms = description.Methods
            .Select(method => Form(method, source, prefix))
            .GroupBy(form => form.Method.Name, StringComparer.Ordinal);
        var added = new List<XmlRpcMethodBuilder>(description.Methods.Count);
        foreach (var method in forms)
        {
            if (!_methods.TryAdd(method.Key, [.. method]))
            {
                throw new ArgumentException(
                    $"There is a method '{method.Key}' already{OriginOf(method.Key)}, and the service {typeof(TService)} has one too. "
                    + $"Give one of them a prefix: AddService<{typeof(TService).Name}>(\"prefix\").",
                    nameof(prefix));
            }

            added.AddRange(method);
        }

        return new XmlRpcServiceBuilder(this, added);
    }

    private XmlRpcMethodBuilder Form<TService>(XmlRpcMethod<TService> method, ServiceSource<TService> source, string? prefix)
        where TService : class =>
        new(this, method.Bind(source, MethodNames.Join(prefix, method.Name)), typeof(TService));

    /// <summary>Says in a few words what the endpoint offers.</summary>
    internal string Describe()
    {
        const int MostShown = 3;
        var offers = _methods.Values
            .Select(static forms => forms[0].Service is { } service ? service.ToString() : $"the method '{forms[0].Method.Name}'")
            .Distinct()
            .ToList();
        return offers.Count == 0 ? "no methods"
            : string.Join(", ", offers.Take(MostShown)) + (offers.Count > MostShown ? ", …" : "");
    }

    private string OriginOf(string name) =>
        _methods.TryGetValue(name, out var forms) && forms[0].Service is { } service ? $", of the service {service}" : "";
}
