using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Nearcall;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts XML-RPC on paths of an application.</summary>
public static class XmlRpcEndpointRouteBuilderExtensions
{
    /// <summary>Offers methods at a path (R01, R02).</summary>
    /// <param name="endpoints">The application, or a group of routes.</param>
    /// <param name="pattern">The path; custom has <c>/RPC2</c>. Any route pattern will do, <c>/</c> and the empty one too.</param>
    /// <param name="methods">Adds the methods. Runs once, at once.</param>
    /// <returns>The endpoint, for conventions that hold for all of it.</returns>
    /// <remarks>
    /// All methods of a path are added in one mapping; a second mapping of the same path fails when the application starts.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// <c>AddXmlRpc</c> was not called, or a method cannot be served as it was registered.
    /// </exception>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public static XmlRpcEndpointConventionBuilder MapXmlRpc(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Action<XmlRpcMethodsBuilder> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        return Map(endpoints, pattern, methods, offer: null);
    }

    /// <summary>Offers the methods of a contract at a path, called on an object that each call is given.</summary>
    /// <typeparam name="TService">
    /// The contract. Where it is registered with the services of the application, each call gets it from the scope of its request. Where
    /// it is not, and is a class with one public constructor, each call gets an object of its own.
    /// </typeparam>
    /// <param name="endpoints">The application, or a group of routes.</param>
    /// <param name="pattern">The path; custom has <c>/RPC2</c>. Any route pattern will do, <c>/</c> and the empty one too.</param>
    /// <returns>The endpoint, for conventions that hold for all of it.</returns>
    /// <remarks>The same as <c>MapXmlRpc(pattern, methods => methods.AddService&lt;TService&gt;())</c>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// <c>AddXmlRpc</c> was not called, there is no way to an object, or a method cannot be served as it was written.
    /// </exception>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public static XmlRpcEndpointConventionBuilder MapXmlRpc<TService>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern)
        where TService : class, IXmlRpcServiceContract<TService> =>
        Map(endpoints, pattern, static methods => methods.AddService<TService>(), typeof(TService).ToString());

    /// <summary>Offers the methods of a contract at a path, called on one object that serves all calls, many at once.</summary>
    /// <typeparam name="TService">The contract.</typeparam>
    /// <param name="endpoints">The application, or a group of routes.</param>
    /// <param name="pattern">The path; custom has <c>/RPC2</c>. Any route pattern will do, <c>/</c> and the empty one too.</param>
    /// <param name="instance">The object. It must allow calls at the same time; it is never disposed here.</param>
    /// <returns>The endpoint, for conventions that hold for all of it.</returns>
    /// <remarks>The same as <c>MapXmlRpc(pattern, methods => methods.AddService(instance))</c>.</remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// <c>AddXmlRpc</c> was not called, or a method cannot be served as it was written.
    /// </exception>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public static XmlRpcEndpointConventionBuilder MapXmlRpc<TService>(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        TService instance)
        where TService : class, IXmlRpcServiceContract<TService>
    {
        ArgumentNullException.ThrowIfNull(instance);
        return Map(endpoints, pattern, methods => methods.AddService(instance), typeof(TService).ToString());
    }

    private static XmlRpcEndpointConventionBuilder Map(
        IEndpointRouteBuilder endpoints, string pattern, Action<XmlRpcMethodsBuilder> methods, string? offer)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        var metrics = services.GetService<XmlRpcServerMetrics>()
            ?? throw new InvalidOperationException(
                "XML-RPC is not registered: call builder.Services.AddXmlRpc() before the application is built.");
        var options = services.GetRequiredService<IOptions<XmlRpcServerOptions>>().Value;
        var builder = new XmlRpcMethodsBuilder(new XmlRpcServerOptions(options), services);
        methods(builder);
        builder.Close();
        if (XmlRpcServerOptionsValidator.Validate(builder.Options) is { Failed: true } invalid)
        {
            throw new OptionsValidationException(pattern, typeof(XmlRpcServerOptions), invalid.Failures);
        }

        var endpoint = new XmlRpcEndpoint(
            builder.Options,
            new MethodTableFactory(builder, services).Create(),
            metrics,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger(XmlRpcServerDiagnostics.LogCategory));
        var conventions = endpoints.Map(pattern, (RequestDelegate)endpoint.InvokeAsync)
            .WithDisplayName($"XML-RPC {pattern}")
            .WithMetadata(new XmlRpcEndpointMarker(offer ?? builder.Describe()));
        conventions.Finally(built =>
            endpoint.Bound(built.Metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault()?.MaxRequestBodySize ?? long.MaxValue));
        return new XmlRpcEndpointConventionBuilder(conventions);
    }
}
