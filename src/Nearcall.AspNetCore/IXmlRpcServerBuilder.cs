using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>Configures XML-RPC after <c>AddXmlRpc</c>. Used at start only, by one thread.</summary>
public interface IXmlRpcServerBuilder
{
    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }
}
