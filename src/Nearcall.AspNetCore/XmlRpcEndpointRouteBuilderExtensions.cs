using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
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
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(methods);
        var services = endpoints.ServiceProvider;
        var metrics = services.GetService<XmlRpcServerMetrics>()
            ?? throw new InvalidOperationException(
                "XML-RPC is not registered: call builder.Services.AddXmlRpc() before the application is built.");
        var options = services.GetRequiredService<IOptions<XmlRpcServerOptions>>().Value;
        var builder = new XmlRpcMethodsBuilder(new XmlRpcServerOptions(options));
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
            .WithMetadata(XmlRpcEndpointMarker.Instance);
        return new XmlRpcEndpointConventionBuilder(conventions);
    }
}
