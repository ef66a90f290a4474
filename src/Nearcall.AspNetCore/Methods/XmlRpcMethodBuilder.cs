using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Nearcall;

/// <summary>Describes one method of an endpoint further. Used while the endpoint is mapped, by one thread.</summary>
public sealed class XmlRpcMethodBuilder
{
    private readonly XmlRpcMethodsBuilder _methods;
    private readonly List<object> _metadata;
    private readonly List<FilterSource> _filters = [];

    internal XmlRpcMethodBuilder(XmlRpcMethodsBuilder methods, XmlRpcMethod method, Type? service, bool isCatchAll = false)
    {
        _methods = methods;
        Method = method;
        Service = service;
        IsCatchAll = isCatchAll;
        Help = method.Help;
        IsHidden = method.IsHidden || isCatchAll;
        _metadata = [.. method.Metadata];
    }

    internal XmlRpcMethod Method { get; }

    /// <summary>The service that the method belongs to; null where it was added alone.</summary>
    internal Type? Service { get; }

    internal bool IsCatchAll { get; }

    internal string Help { get; private set; }

    internal bool IsHidden { get; private set; }

    internal IReadOnlyList<object> Metadata => _metadata;

    /// <summary>The filters that were added here, and behind them those of attributes.</summary>
    internal IEnumerable<FilterSource> Filters => _filters.Concat(_metadata.OfType<IFilterMetadata>().Select(static item => item.Source));

    /// <summary>Sets what <c>system.methodHelp</c> answers (R63). Default: empty.</summary>
    /// <param name="help">The text; clients show it as text.</param>
    /// <returns>This method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="help"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder WithHelp(string help)
    {
        ArgumentNullException.ThrowIfNull(help);
        _methods.ThrowIfMapped();
        Help = help;
        return this;
    }

    /// <summary>Hides the method from introspection; it can still be called (R60).</summary>
    /// <returns>This method.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder Hide()
    {
        _methods.ThrowIfMapped();
        IsHidden = true;
        return this;
    }

    /// <summary>
    /// Adds metadata. The server honours what it knows from endpoints: <see cref="IAuthorizeData"/>,
    /// <see cref="IAuthorizationRequirementData"/>, <see cref="AuthorizationPolicy"/>, <see cref="IAllowAnonymous"/> and
    /// <see cref="IRequestSizeLimitMetadata"/>, see <see cref="WithMaxBytes"/>.
    /// </summary>
    /// <param name="items">The metadata.</param>
    /// <returns>This method.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="items"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder WithMetadata(params ReadOnlySpan<object> items)
    {
        _methods.ThrowIfMapped();
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            _metadata.Add(item);
        }

        return this;
    }

    /// <summary>
    /// Sets how long the body of a call of this method may be, in place of what <see cref="XmlRpcLimits.MaxBytes"/>, the endpoint and the
    /// server say. Attributes of a contract's method can say it too: <c>[RequestSizeLimit]</c> and <c>[DisableRequestSizeLimit]</c>.
    /// </summary>
    /// <param name="bytes">The number of bytes, after decompression; null for no limit. Range: 1 and up.</param>
    /// <returns>This method.</returns>
    /// <remarks>
    /// Meant for methods that read a stream, which is never held in memory; any other body is, all of it. Within
    /// <c>system.multicall</c> the limit of the multicall holds.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is less than 1.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder WithMaxBytes(long? bytes)
    {
        if (bytes is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, nameof(bytes));
        }

        return WithMetadata(new BodySize(bytes));
    }

    /// <summary>
    /// Requires authorization for this method, also within <c>system.multicall</c>, beyond what the endpoint requires. A caller who
    /// lacks it is answered with a fault, <see cref="XmlRpcFaultCodes.Unauthenticated"/> or <see cref="XmlRpcFaultCodes.Forbidden"/>.
    /// </summary>
    /// <param name="policies">Names of policies, all of which must be met. None: the default policy.</param>
    /// <returns>This method.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder RequireAuthorization(params ReadOnlySpan<string> policies)
    {
        _methods.ThrowIfMapped();
        AuthorizationMetadata.Add(_metadata, policies);
        return this;
    }

    /// <summary>Requires a policy for this method, as <see cref="RequireAuthorization(ReadOnlySpan{string})"/> does.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>This method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder RequireAuthorization(AuthorizationPolicy policy) => WithMetadata(policy);

    /// <summary>
    /// Takes back what <see cref="XmlRpcMethodsBuilder.RequireAuthorization"/> requires, for this method. What the endpoint itself
    /// requires, by <c>MapXmlRpc(…).RequireAuthorization()</c>, stays: it is checked before the method's name is known.
    /// </summary>
    /// <returns>This method.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder AllowAnonymous() => WithMetadata(new AllowAnonymousAttribute());

    /// <summary>Puts a filter around the calls of this method, behind those of the endpoint, the first added outermost.</summary>
    /// <typeparam name="TFilter">The filter; it must be registered with the services of the application.</typeparam>
    /// <returns>This method.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder AddFilter<TFilter>()
        where TFilter : class, IXmlRpcFilter => AddFilter(FilterSource.Of<TFilter>());

    /// <summary>
    /// Puts a filter around the calls of this method, behind those of the endpoint, the first added outermost. The one instance serves
    /// all calls, many at once.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <returns>This method.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcMethodBuilder AddFilter(IXmlRpcFilter filter) => AddFilter(FilterSource.Of(filter));

    private XmlRpcMethodBuilder AddFilter(FilterSource filter)
    {
        _methods.ThrowIfMapped();
        _filters.Add(filter);
        return this;
    }
}
