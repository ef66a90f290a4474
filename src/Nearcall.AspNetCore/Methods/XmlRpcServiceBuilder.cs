using Microsoft.AspNetCore.Authorization;

namespace Nearcall;

/// <summary>
/// Describes all methods of one service of an endpoint further. Used while the endpoint is mapped, by one thread.
/// </summary>
public sealed class XmlRpcServiceBuilder
{
    private readonly XmlRpcMethodsBuilder _methods;
    private readonly IReadOnlyList<XmlRpcMethodBuilder> _own;

    internal XmlRpcServiceBuilder(XmlRpcMethodsBuilder methods, IReadOnlyList<XmlRpcMethodBuilder> own)
    {
        _methods = methods;
        _own = own;
    }

    /// <inheritdoc cref="XmlRpcMethodsBuilder.AddService{TService}(string?)"/>
    public XmlRpcServiceBuilder AddService<TService>(string? prefix = null)
        where TService : class, IXmlRpcServiceContract<TService> => _methods.AddService<TService>(prefix);

    /// <inheritdoc cref="XmlRpcMethodsBuilder.AddService{TService}(TService, string?)"/>
    public XmlRpcServiceBuilder AddService<TService>(TService instance, string? prefix = null)
        where TService : class, IXmlRpcServiceContract<TService> => _methods.AddService(instance, prefix);

    /// <summary>Hides the methods of this service from introspection; they can still be called (R60).</summary>
    /// <returns>This service.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder Hide() => Each(static method => method.Hide());

    /// <summary>Adds metadata to the methods of this service, as <see cref="XmlRpcMethodBuilder.WithMetadata"/> does.</summary>
    /// <param name="items">The metadata.</param>
    /// <returns>This service.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="items"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder WithMetadata(params ReadOnlySpan<object> items)
    {
        foreach (var method in _own)
        {
            method.WithMetadata(items);
        }

        return this;
    }

    /// <summary>
    /// Requires authorization for the methods of this service that do not allow anonymous callers, as
    /// <see cref="XmlRpcMethodBuilder.RequireAuthorization(ReadOnlySpan{string})"/> does.
    /// </summary>
    /// <param name="policies">Names of policies, all of which must be met. None: the default policy.</param>
    /// <returns>This service.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder RequireAuthorization(params ReadOnlySpan<string> policies)
    {
        foreach (var method in _own)
        {
            method.RequireAuthorization(policies);
        }

        return this;
    }

    /// <summary>Requires a policy, as <see cref="RequireAuthorization(ReadOnlySpan{string})"/> does.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>This service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder RequireAuthorization(AuthorizationPolicy policy) => WithMetadata(policy);

    /// <summary>
    /// Takes back what <see cref="XmlRpcMethodsBuilder.RequireAuthorization"/> and the attributes of the contract require, for all
    /// methods of this service.
    /// </summary>
    /// <returns>This service.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder AllowAnonymous() => Each(static method => method.AllowAnonymous());

    /// <summary>
    /// Puts a filter around the calls of this service, behind those of the endpoint and before those of
    /// <see cref="XmlRpcFilterAttribute{TFilter}"/>, the first added outermost.
    /// </summary>
    /// <typeparam name="TFilter">The filter; it must be registered with the services of the application.</typeparam>
    /// <returns>This service.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder AddFilter<TFilter>()
        where TFilter : class, IXmlRpcFilter => Each(static method => method.AddFilter<TFilter>());

    /// <summary>
    /// Puts a filter around the calls of this service, as <see cref="AddFilter{TFilter}()"/> does. The one instance serves all calls, many
    /// at once.
    /// </summary>
    /// <param name="filter">The filter.</param>
    /// <returns>This service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="filter"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The endpoint is mapped already.</exception>
    public XmlRpcServiceBuilder AddFilter(IXmlRpcFilter filter) => Each(method => method.AddFilter(filter));

    private XmlRpcServiceBuilder Each(Action<XmlRpcMethodBuilder> change)
    {
        foreach (var method in _own)
        {
            change(method);
        }

        return this;
    }
}
