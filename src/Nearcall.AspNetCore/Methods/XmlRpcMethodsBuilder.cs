namespace Nearcall;

/// <summary>
/// Says which methods an endpoint offers. <c>MapXmlRpc</c> hands it over; it is of no use afterwards.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
public sealed partial class XmlRpcMethodsBuilder
{
    private readonly Dictionary<string, List<XmlRpcMethodBuilder>> _methods = new(StringComparer.Ordinal);
    private readonly List<object> _metadata = [];
    private readonly IServiceProvider _services;
    private XmlRpcMethodBuilder? _catchAll;
    private bool _isMapped;

    internal XmlRpcMethodsBuilder(XmlRpcServerOptions options, IServiceProvider services)
    {
        Options = options;
        _services = services;
    }

    /// <summary>
    /// The options of this endpoint: a copy of those given to <c>AddXmlRpc</c>, to change for this endpoint alone.
    /// </summary>
    public XmlRpcServerOptions Options { get; }

    /// <summary>The methods by name; several of one name are the forms of one method.</summary>
    internal IReadOnlyCollection<IReadOnlyList<XmlRpcMethodBuilder>> Methods => _methods.Values;

    internal XmlRpcMethodBuilder? CatchAll => _catchAll;

    internal IReadOnlyList<object> Metadata => _metadata;

    /// <summary>Adds a method that was made elsewhere.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The method, to describe it further.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder Add(XmlRpcMethod method)
    {
        ArgumentNullException.ThrowIfNull(method);
        ThrowIfMapped();
        var builder = new XmlRpcMethodBuilder(this, method, service: null);
        return _methods.TryAdd(method.Name, [builder])
            ? builder
            : throw new ArgumentException(
                $"There is a method '{method.Name}' already{OriginOf(method.Name)}. A name has one method; its forms stand in one service.",
                nameof(method));
    }

    /// <summary>
    /// Puts a filter around every call of this endpoint, behind those of the application, the first added outermost.
    /// </summary>
    /// <typeparam name="TFilter">The filter; it must be registered with the services of the application.</typeparam>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodsBuilder AddFilter<TFilter>()
        where TFilter : class, IXmlRpcFilter => AddFilter(FilterSource.Of<TFilter>());

    /// <summary>
    /// Puts a filter around every call of this endpoint, behind those of the application, the first added outermost. The one
    /// instance serves all calls, many at once.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodsBuilder AddFilter(IXmlRpcFilter filter) => AddFilter(FilterSource.Of(filter));

    /// <summary>
    /// Requires authorization for every method of this endpoint that does not say
    /// <see cref="XmlRpcMethodBuilder.AllowAnonymous"/>, the <c>system.</c> methods included. A caller who lacks it is answered with
    /// a fault, <see cref="XmlRpcFaultCodes.Unauthenticated"/> or <see cref="XmlRpcFaultCodes.Forbidden"/>.
    /// </summary>
    /// <param name="policies">Names of policies, all of which must be met. None: the default policy.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodsBuilder RequireAuthorization(params ReadOnlySpan<string> policies)
    {
        ThrowIfMapped();
        AuthorizationMetadata.Add(_metadata, policies);
        return this;
    }

    internal void ThrowIfMapped()
    {
        if (_isMapped)
        {
            throw new InvalidOperationException("The endpoint is mapped already: its methods are fixed. Describe them within MapXmlRpc.");
        }
    }

    internal void Close() => _isMapped = true;

    private XmlRpcMethodsBuilder AddFilter(FilterSource filter)
    {
        ThrowIfMapped();
        Options.Filters.Add(filter);
        return this;
    }
}
