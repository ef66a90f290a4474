using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Nearcall;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="XmlRpcClient"/>, and contracts called through one, with its connections managed by <see cref="IHttpClientFactory"/>.</summary>
/// <remarks>
/// A registered client is a singleton: it is safe to share, asks the factory for an <see cref="HttpClient"/> at each call, so that
/// handlers are renewed as the factory sees fit, and remembers which of several addresses works. The container disposes it. Its
/// primary handler follows no redirects, keeps no cookies unless <see cref="XmlRpcClientOptions.UseCookies"/> says so, and leaves
/// decompression to the client, behind its limits.
/// </remarks>
public static class XmlRpcClientServiceCollectionExtensions
{
    /// <summary>Registers a client, to be injected as <see cref="XmlRpcClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers and the rest.</returns>
    public static IHttpClientBuilder AddXmlRpcClient(this IServiceCollection services, Action<XmlRpcClientOptions> configure)
    {
        var builder = AddClient(services, nameof(XmlRpcClient), configure);
        services.TryAddSingleton(static provider => Create(provider, nameof(XmlRpcClient)));
        return builder;
    }

    /// <summary>
    /// Registers a client by a name, to be injected as <c>[FromKeyedServices("name")] XmlRpcClient</c>. The name is also that of its
    /// options and of its <see cref="HttpClient"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers and the rest.</returns>
    public static IHttpClientBuilder AddXmlRpcClient(this IServiceCollection services, string name, Action<XmlRpcClientOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddKeyed(services, name, name, configure);
    }

    /// <summary>
    /// Registers a client by a key of any type, to be injected as <c>[FromKeyedServices(key)] XmlRpcClient</c>. Keys are told apart
    /// by their type and text.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key. A string is a name, as for <see cref="AddXmlRpcClient(IServiceCollection, string, Action{XmlRpcClientOptions})"/>.</param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers and the rest.</returns>
    public static IHttpClientBuilder AddKeyedXmlRpcClient(this IServiceCollection services, object key, Action<XmlRpcClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(key);
        return AddKeyed(services, key, NameOf(key), configure);
    }

    /// <summary>
    /// Registers a contract, to be injected as <typeparamref name="TContract"/>: a singleton whose methods are calls of a client of its
    /// own.
    /// </summary>
    /// <typeparam name="TContract">An interface with <see cref="XmlRpcServiceAttribute"/>.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers and the rest. Its name is also that of the options.</returns>
    public static IHttpClientBuilder AddXmlRpcClient<TContract>(this IServiceCollection services, Action<XmlRpcClientOptions> configure)
        where TContract : class, IXmlRpcClientContract<TContract>
    {
        var key = new ContractKey(typeof(TContract), null);
        var builder = AddKeyed(services, key, key.Name, configure);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<XmlRpcClient>(key).As<TContract>());
        return builder;
    }

    /// <summary>
    /// Registers a contract by a name, to be injected as <c>[FromKeyedServices("name")] TContract</c>. Contracts of one name are apart
    /// from each other, and from a client of that name.
    /// </summary>
    /// <inheritdoc cref="AddXmlRpcClient{TContract}(IServiceCollection, Action{XmlRpcClientOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    public static IHttpClientBuilder AddXmlRpcClient<TContract>(
        this IServiceCollection services, string name, Action<XmlRpcClientOptions> configure)
        where TContract : class, IXmlRpcClientContract<TContract>
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return AddKeyedXmlRpcClient<TContract>(services, name, configure);
    }

    /// <summary>
    /// Registers a contract by a key of any type, to be injected as <c>[FromKeyedServices(key)] TContract</c>. Keys are told apart by
    /// their type and text.
    /// </summary>
    /// <inheritdoc cref="AddXmlRpcClient{TContract}(IServiceCollection, Action{XmlRpcClientOptions})"/>
    /// <param name="services">The services.</param>
    /// <param name="key">
    /// The key. A string is a name, as for
    /// <see cref="AddXmlRpcClient{TContract}(IServiceCollection, string, Action{XmlRpcClientOptions})"/>.
    /// </param>
    /// <param name="configure">Sets at least <see cref="XmlRpcClientOptions.Endpoint"/>, unless the base address of the HTTP client is set.</param>
    public static IHttpClientBuilder AddKeyedXmlRpcClient<TContract>(
        this IServiceCollection services, object key, Action<XmlRpcClientOptions> configure)
        where TContract : class, IXmlRpcClientContract<TContract>
    {
        ArgumentNullException.ThrowIfNull(key);
        var contractKey = new ContractKey(typeof(TContract), key);
        var builder = AddKeyed(services, contractKey, contractKey.Name, configure);
        services.TryAddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<XmlRpcClient>(contractKey).As<TContract>());
        return builder;
    }

    private static IHttpClientBuilder AddKeyed(
        IServiceCollection services, object key, string name, Action<XmlRpcClientOptions> configure)
    {
        var builder = AddClient(services, name, configure);
        services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, name));
        return builder;
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name, Action<XmlRpcClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<XmlRpcClientOptions>, ClientOptionsValidator>());
        services.AddOptions<XmlRpcClientOptions>(name).Configure<IServiceProvider>(UseClock).Configure(configure).ValidateOnStart();
        return services.AddHttpClient(name)
            // The client counts the time itself, body and fail-over included; a shorter one set later still counts.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => OwnHttp.CreateHandler(Options(provider, name)));
    }

    private static void UseClock(XmlRpcClientOptions options, IServiceProvider provider) =>
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;

    private static XmlRpcClient Create(IServiceProvider provider, string name)
    {
        var options = Options(provider, name);
        var http = new FactoryHttp(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            name,
            options.AllowSynchronousCalls);
        return new XmlRpcClient(http, url: null, options);
    }

    private static string NameOf(object key) => key as string ?? $"{key.GetType()} {key}";

    private static XmlRpcClientOptions Options(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<XmlRpcClientOptions>>().Get(name);

    /// <summary>Under which the container keeps the client of a contract, to dispose it in the end.</summary>
    private sealed record ContractKey(Type Contract, object? Key)
    {
        public string Name => Key is null ? $"{Contract}" : $"{Contract} {NameOf(Key)}";
    }
}
