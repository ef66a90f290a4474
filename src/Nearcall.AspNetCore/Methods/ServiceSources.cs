using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>Decides, when an endpoint is mapped, where the object comes from that calls are made on.</summary>
internal static class ServiceSources
{
    /// <summary>Takes the registered service if there is one, else what the contract's own factory makes.</summary>
    /// <exception cref="InvalidOperationException">There is neither.</exception>
    public static ServiceSource<TService> Choose<TService>(XmlRpcService<TService> description, IServiceProvider services)
        where TService : class
    {
        // A container that cannot say what it knows is asked at the first call.
        var isRegistered = services.GetService<IServiceProviderIsService>()?.IsService(typeof(TService)) ?? description.Factory is null;
        return isRegistered ? new RegisteredService<TService>()
            : description.Factory is { } factory ? new MadeService<TService>(factory)
            : throw NoSource(typeof(TService));
    }

    private static InvalidOperationException NoSource(Type service)
    {
        var (reason, registration) = service.IsInterface
            ? ("is an interface, and nothing is registered for it", $"AddScoped<{service.Name}, …>()")
            : ("is not registered, and has no constructor that the server could call: a single public one", $"AddScoped<{service.Name}>()");
        return new InvalidOperationException(
            $"The service {service} {reason}. Register it, builder.Services.{registration}, or give an instance: "
            + $"AddService<{service.Name}>(instance), MapXmlRpc<{service.Name}>(path, instance).");
    }
}
