using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

internal sealed class XmlRpcServerBuilder(IServiceCollection services) : IXmlRpcServerBuilder
{
    public IServiceCollection Services { get; } = services;
}
