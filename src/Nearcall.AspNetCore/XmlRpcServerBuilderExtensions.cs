using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nearcall;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what all XML-RPC endpoints of an application share.</summary>
public static class XmlRpcServerBuilderExtensions
{
    /// <summary>
    /// Puts a filter around every call of every endpoint, the first added outermost. It is made by the services for each
    /// request, unless it is registered with another lifetime.
    /// </summary>
    /// <typeparam name="TFilter">The filter.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IXmlRpcServerBuilder AddFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>(
        this IXmlRpcServerBuilder builder)
        where TFilter : class, IXmlRpcFilter
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<TFilter>();
        builder.Services.Configure<XmlRpcServerOptions>(static options => options.Filters.Add(FilterSource.Of<TFilter>()));
        return builder;
    }

    /// <summary>Puts a filter around every call of every endpoint. The one instance serves all calls, many at once.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="filter"/> is null.</exception>
    public static IXmlRpcServerBuilder AddFilter(this IXmlRpcServerBuilder builder, IXmlRpcFilter filter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var source = FilterSource.Of(filter);
        builder.Services.Configure<XmlRpcServerOptions>(options => options.Filters.Add(source));
        return builder;
    }
}
