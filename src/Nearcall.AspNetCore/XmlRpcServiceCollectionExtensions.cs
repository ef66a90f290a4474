using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Nearcall;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds XML-RPC to an application.</summary>
public static class XmlRpcServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <c>MapXmlRpc</c> needs. Calling it again changes the options further.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Sets the options of all endpoints; null leaves the defaults. They are validated at start.</param>
    /// <returns>A builder, to add filters.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IXmlRpcServerBuilder AddXmlRpc(this IServiceCollection services, Action<XmlRpcServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<XmlRpcServerOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<XmlRpcServerMetrics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<XmlRpcServerOptions>, XmlRpcServerOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, MappingCheck>());
        return new XmlRpcServerBuilder(services);
    }
}
